// The catalogue. A new mistake is a value beside its equation and a word here.

extension NetworkMistake {
  /// Every mistake. Where several give the same numbers, the first is the likelier one.
  ///
  /// A name may stand more than once, for mistakes that differ in a detail only: which other cost, which
  /// example.
  public static let all: [NetworkMistake] = usual + output + hidden + gradient + penalty + forward

  /// Every mistake that can be made with M examples: those of a single example once for each of them, but
  /// for no more than the first 64 and the last.
  ///
  /// - Parameter examples: M.
  public static func cases(examples M: Int) -> [NetworkMistake] {
    let between = 2..<max(2, min(M, 65))
    return all.flatMap { mistake in
      switch (mistake.name, mistake.summary) {
      case (biasFromFirstExample.name, biasFromFirstExample.summary):
        [mistake] + between.map(biasFromExample)
      case (weightsFromFirstExample.name, weightsFromFirstExample.summary):
        [mistake] + between.map(weightsFromExample)
      default: [mistake]
      }
    }
  }

  /// What is looked for first.
  private static let usual =
    [
      missingAverage, doubleAverage, doubled, halved, sign, missingHypothesisDerivative,
      extraHypothesisDerivative, extraJacobian, softmaxElementwise,
    ] + otherCosts + [
      missingActivationDerivative, activationDerivativeAtActivation, transposedWeights,
      wrongLayerWeights, updatedWeights, penaltyMissing, penaltyNotAveraged, penaltyOnBiases,
      biasFromFirstExample, biasFromLastExample,
    ]

  private static let output =
    [
      hypothesisDerivativeAtOutput, squaredHypothesisDerivative, targetsLeftOut,
      targetsAssumedOneHot, averagedOverOutputs, averagedOverOneLess,
    ] + otherHypotheses

  private static let hidden =
    [
      activationDerivativeInWeightedInput, activationForItsDerivative,
      squaredActivationDerivative, invertedRectifier, activationNotSquared,
    ] + otherActivations + [
      derivativeOfTheLayerBelow, derivativeOfTheLayerAbove, weightsLeftOut,
      derivativeNotPassedBack, averagedAtHiddenLayers, hiddenErrorSign,
    ]

  private static let gradient = [
    weightedInputForActivation, activationOfTheSameLayer, inputsForActivation, transposedGradient,
    weightsFromFirstExample, weightsFromLastExample, activationGradientForError,
    errorOfTheLayerAbove, gradientSign, biasAveraged, biasNotAveraged, biasSummedOverNodes,
    weightsNotAveraged, lastExampleLeftOut, biasLeftAtZero, descentForGradient,
    ascentForGradient, updatedParametersForGradient,
  ]

  private static let penalty = [
    penaltyDoubleAverage, penaltyDoubled, penaltyHalved, penaltySign, penaltyOfAnotherKind,
    penaltyNotDifferentiated,
  ]

  /// Last: whose forward pass is wrong has another cost, which is said first.
  private static let forward = [biasesLeftOut, transposedWeightsForward]
}
