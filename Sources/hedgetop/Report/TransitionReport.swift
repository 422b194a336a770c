import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A transition as JSON.
struct TransitionReport: Encodable {
  /// Contracts of one future.
  struct Held: Encodable {
    let instrument: String
    @Nullable var account: String?
    let contracts: Decimal
  }

  /// One step.
  struct Step: Encodable {
    let number: Int
    let ticket: TicketReport
    let sold: Decimal
    let bought: Decimal
    let futures: [Held]
    let after: ResidualReport
    @Nullable var worstFailure: ResidualReport?
    @Nullable var refusal: String?
  }

  let plan: TransitionPlan

  init(_ plan: TransitionPlan) {
    self.plan = plan
  }

  private enum CodingKeys: String, CodingKey {
    case schema, at, strategy, currency, from, to, hedgeRatio, band, restValue, start, steps, fees, refusal
  }

  func encode(to encoder: any Encoder) throws {
    let request = plan.request
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("hedgetop.plan.v1", forKey: .schema)
    try container.encode(request.at.iso8601, forKey: .at)
    try container.encode(request.strategy, forKey: .strategy)
    try container.encode(request.currency.symbol, forKey: .currency)
    try container.encode(request.from.spot.underlying.symbol, forKey: .from)
    try container.encode(Nullable(wrappedValue: request.to?.spot.underlying.symbol), forKey: .to)
    try container.encode(request.hedgeRatio, forKey: .hedgeRatio)
    try container.encode(request.band, forKey: .band)
    try container.encode(request.rest.value, forKey: .restValue)
    try container.encode(ResidualReport(TicketResidual(book: plan.start)), forKey: .start)
    try container.encode(plan.steps.map(Step.init), forKey: .steps)
    try container.encode(Nullable(wrappedValue: plan.fees), forKey: .fees)
    try container.encode(Nullable(wrappedValue: plan.refusal?.description), forKey: .refusal)
  }
}

extension TransitionReport.Step {
  init(_ step: TransitionStep) {
    self.init(
      number: step.number, ticket: TicketReport(step.ticket), sold: step.after.sold, bought: step.after.bought,
      futures: step.after.contracts.sorted { $0.key < $1.key }.map {
        TransitionReport.Held(
          instrument: $0.key.instrument.description, account: $0.key.account?.name, contracts: $0.value)
      },
      after: ResidualReport(step.residual), worstFailure: step.worstFailure.map(ResidualReport.init),
      refusal: step.refusal?.description)
  }
}
