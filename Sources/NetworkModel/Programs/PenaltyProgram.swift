// The penalty made ready for evaluation over any number.

public import Notation
public import Numbers

/// The penalty's share of one weight and its derivative, as programs.
public struct PenaltyProgram: Sendable {
  @usableFromInline let termProgram: Program
  @usableFromInline let slopeProgram: Program

  public init(_ penalty: Penalty) {
    termProgram = Program(penalty.term, letters: ["w", "M"])
    slopeProgram = Program(penalty.slope, letters: ["w", "M"])
  }

  @inlinable
  public func frame<S: Scalar>(over number: S.Type, examples: Int) -> Frame<S> {
    Frame(letters: [[.zero], [S(Double(examples))]])
  }

  /// λ₂/2M w² + λ₁/M |w|, with the sign of w that `frame` holds or that w has.
  @inlinable
  public func term<S: Scalar>(_ w: S, _ frame: inout Frame<S>) -> S {
    frame[0, 0] = w
    return termProgram.run(&frame)
  }

  /// λ₂/M w + λ₁/M sign(w).
  @inlinable
  public func slope<S: Scalar>(_ w: S, _ frame: inout Frame<S>) -> S {
    frame[0, 0] = w
    return slopeProgram.run(&frame)
  }
}
