// The words beside the bar that shows how far training is.

/// `J = 0.412  α = 0.1  epoch 450`: three digits, so that the words hardly change in length.
package func progressWords(cost: Double, rate: Double, epoch: Int) -> String {
  "J = \(NumberText.text(cost, digits: 3))  α = \(NumberText.text(rate, digits: 3))  "
    + "epoch \(NumberText.count(epoch))"
}
