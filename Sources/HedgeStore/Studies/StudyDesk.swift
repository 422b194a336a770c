import HedgeAnalytics
import HedgeModel

/// Makes the studies that are asked for, each as often as it can change.
struct StudyDesk: Sendable {
  /// What is asked for now.
  private(set) var topics: Set<StudyTopic> = []
  /// What has been made.
  private(set) var studies = Studies()
  private var madeAt: [StudyTopic: Timestamp] = [:]
  private var barsOfMarket: Int?

  /// Makes these and no others from now on; what is no longer asked for is forgotten.
  mutating func ask(for new: Set<StudyTopic>) {
    for topic in topics.subtracting(new) { forget(topic) }
    topics = new
  }

  /// Something a study rests on has changed at once: all are made anew.
  mutating func bookChanged() {
    madeAt = [:]
    barsOfMarket = nil
  }

  /// Makes what is asked for and due.
  mutating func refresh(_ source: StudySource) {
    for topic in StudyTopic.allCases where topics.contains(topic) && isDue(topic, source) {
      make(topic, source)
      madeAt[topic] = source.input.now
    }
  }

  /// What bars alone decide is made anew with a bar; what revalues the book many times over, every few seconds.
  private func isDue(_ topic: StudyTopic, _ source: StudySource) -> Bool {
    guard let last = madeAt[topic] else { return true }
    switch topic {
    case .market: return barsOfMarket != source.bars.version
    case .stress, .carry: return source.input.now - last >= .seconds(5)
    case .comparison, .ticket, .transition: return source.input.now > last
    }
  }

  private mutating func make(_ topic: StudyTopic, _ source: StudySource) {
    switch topic {
    case .market:
      studies.market = source.market
      studies.effectiveness = source.effectiveness
      barsOfMarket = source.bars.version
    case .stress: studies.stress = source.stress
    case .carry:
      studies.carry = source.carry
      studies.prices = source.prices
      studies.alternatives = source.alternatives
    case .comparison: studies.comparisons = source.comparisons
    case .ticket:
      studies.tickets = source.tickets
      studies.rebalances = source.rebalances
    case .transition: studies.transitions = source.transitions
    }
  }

  private mutating func forget(_ topic: StudyTopic) {
    madeAt[topic] = nil
    switch topic {
    case .market: (studies.market, studies.effectiveness) = (nil, nil)
    case .stress: studies.stress = nil
    case .carry: (studies.carry, studies.prices, studies.alternatives) = (nil, nil, nil)
    case .comparison: studies.comparisons = nil
    case .ticket: (studies.tickets, studies.rebalances) = (nil, nil)
    case .transition: studies.transitions = nil
    }
  }
}
