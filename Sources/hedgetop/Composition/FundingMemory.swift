import HedgeModel
import Journal

/// Remembers funding stamps from one start of the program to the next.
protocol FundingMemory: Sendable {
  /// What is kept of each instrument; waits for the disk.
  ///
  /// - Throws: when it cannot be read.
  func funding() throws -> [KeptFunding]
}

extension PortfolioJournal: FundingMemory {}

extension ReadingJournal: FundingMemory {
  func funding() throws -> [KeptFunding] { try reader?.funding() ?? [] }
}
