import HedgeModel

/// A journal on a full disk.
struct FailingJournal: DecisionJournal {
  struct DiskFull: Error, CustomStringConvertible {
    let description = "the disk is full"
  }

  func record(_ decision: Decision) throws -> Decision { throw DiskFull() }
  func decisions() throws -> [Decision] { [] }
}
