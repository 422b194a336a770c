import FoundationEssentials
import HedgeModel

/// A transition in steps, each of which moves spot and short together so that the hedge ratio stands after every one.
///
/// Selling 30 % of a book that is 30 % hedged and keeping the short leaves 40 % of it net: the short is bought back as
/// the spot is sold, and sold anew against the coin that is bought.
///
///     let plan = try TransitionPlan(request)
///     let next = try plan.next(after: position)      // throws when it would leave the band
public struct TransitionPlan: Hashable, Sendable {
  /// What was asked for.
  public let request: TransitionRequest
  /// All steps from the start, at the prices of the request; refused ones included, with their ``TransitionStep/refusal``.
  public let steps: [TransitionStep]

  /// Plans a transition. Prices stand still; fees are paid from cash beside the book.
  ///
  /// - Throws: ``TransitionError`` when what is asked for makes no plan. A step outside the band is not thrown here but
  ///   told by ``refusal`` and by ``next(after:)``.
  public init(_ request: TransitionRequest) throws(TransitionError) {
    try request.check()
    self.request = request
    var position = TransitionPosition(startOf: request)
    var steps: [TransitionStep] = []
    for number in 1...request.steps {
      let step = request.step(number, from: position)
      steps.append(step)
      position = step.after
    }
    self.steps = steps
  }

  /// The book before the first step.
  public var start: TicketBook { request.book(at: TransitionPosition(startOf: request)) }

  /// The first step that must not be made; nil when all may.
  public var refusal: TransitionError? { steps.lazy.compactMap(\.refusal).first }

  /// Sum of the fees; nil when one of them is not known.
  public var fees: Double? {
    steps.reduce(0.0) { sum, step in sum.flatMap { sum in step.ticket.fees.map { sum + $0 } } }
  }

  /// The next step given what was done so far; nil when everything is done.
  ///
  /// A step done in part is completed first: its spot, its unspent proceeds, and whatever its shorts lack. For prices
  /// that have moved since, make the plan anew from the same quantities with the new prices, and ask that one.
  ///
  /// - Throws: ``TransitionError/outsideBand(step:netBeta:target:drift:band:)`` when it would leave net beta outside the
  ///   band.
  public func next(after position: TransitionPosition) throws(TransitionError) -> TransitionStep? {
    let number = (1...request.steps).first { request.sold(after: $0) > position.sold } ?? request.steps
    let step = request.step(number, from: position)
    if step.ticket.lines.isEmpty { return nil }
    if let refusal = step.refusal { throw refusal }
    return step
  }
}
