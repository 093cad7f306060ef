// The catalogue. A new mistake is a value beside its equation and a word here.

extension NetworkMistake {
  /// Every mistake, in the order of the equations.
  public static let all: [NetworkMistake] =
    [
      missingAverage, doubled, halved, sign, missingHypothesisDerivative,
      extraHypothesisDerivative, softmaxElementwise,
    ] + otherCosts + [
      missingActivationDerivative, activationDerivativeAtActivation,
      activationDerivativeInWeightedInput, transposedWeights, wrongLayerWeights, updatedWeights,
      doubleAverage, weightedInputForActivation, penaltyMissing, penaltyNotAveraged,
      penaltyOnBiases, biasFromFirstExample, biasFromLastExample,
    ]
}
