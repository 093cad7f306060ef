// An activation function made ready for evaluation over any number.

public import Notation
public import Numbers

/// g and g′ of one activation function, as programs.
public struct ActivationProgram: Sendable {
  @usableFromInline package let valueProgram: Program
  @usableFromInline package let slopeProgram: Program
  /// g′ as it is written, if it is one of those that are in a alone and lose digits near a = ±1 only.
  package let shortSlopeProgram: Program?

  /// - Precondition: where the definition has kinks, it is computed as it stands, and the brackets of
  ///   the slope follow the kinks of the value one by one: a held side means the same in both.
  public init(_ activation: Activation) {
    let kinked = activation.definition.kinkCount > 0
    precondition(!kinked || activation.soundForms.isEmpty, "\(activation.name) hides its kinks")
    valueProgram = Program(activation.soundValue, letters: ["z", "a"], sided: kinked)
    slopeProgram = Program(activation.soundSlope, letters: ["z", "a"], sided: kinked)
    let isShort = [1 - .power(.a, 2), .a * (1 - .a)].contains(activation.slope)
    shortSlopeProgram = isShort ? Program(activation.slope, letters: ["z", "a"]) : nil
  }

  /// A frame to evaluate in; one serves any number of evaluations.
  @inlinable
  public func frame<S: Scalar>(over number: S.Type) -> Frame<S> {
    Frame(letters: [[.zero], [.zero]])
  }

  /// a = g(z), with the sides that `frame` holds or that z takes.
  @inlinable
  public func value<S: Scalar>(_ z: S, _ frame: inout Frame<S>) -> S {
    frame[0, 0] = z
    return valueProgram.run(&frame)
  }

  /// g′(z), on the sides that `frame` has.
  @inlinable
  public func slope<S: Scalar>(_ z: S, _ a: S, _ frame: inout Frame<S>) -> S {
    frame[0, 0] = z
    frame[1, 0] = a
    return slopeProgram.run(&frame)
  }
}
