import GRDB
import HedgeModel
import Synchronization

extension PortfolioJournal {
  /// How long after a failure it is tried again.
  private static let patience = Duration.seconds(5)
  /// How long a refresh may wait for another process that has locked the file.
  private static let shortWait = Duration.milliseconds(50)

  /// Looks what has happened: with each refresh.
  ///
  /// Whoever watches is told of new decisions, and takes the pen when its holder has ended; where nothing could be
  /// written it is tried again.
  ///
  /// - Parameter now: the time of the wall.
  public func follow(at now: Timestamp) -> JournalNews {
    let before = state.withLock { $0.known.count }
    switch state.withLock({ $0.mode }) {
    case .holding: heed(at: now)
    case .watching(let reader): watch(reader, at: now)
    case .unwritable: tryAgain(at: now)
    case .closed: break
    }
    var news = JournalNews(standing: standing)
    state.withLock { state in
      // What was made here is known to its maker; the rest was made elsewhere.
      news.decisions = Array(state.known.dropFirst(before))
      news.notices = state.notices
      state.notices = []
    }
    return news
  }

  /// Finds out whether it may write, and reads the decisions.
  func begin(at now: Timestamp) throws {
    state.withLock { $0.triedAt = now }
    do {
      try StateFiles.makeFolder(folder)
      guard try pen.take(holder(at: now)) else {
        let reader = try JournalReader(portfolio: portfolio, folder: folder)
        return try enter(.watching(reader))
      }
    } catch let error as JournalError where error.mayPass {
      return try enter(.unwritable(try readerOfWhatIsThere(), error))
    }
    try enter(try hold(at: now))
  }

  private func enter(_ mode: Mode) throws {
    let after = state.withLock { $0.known.last?.id ?? 0 }
    let new: [Decision] =
      switch mode {
      case .holding(let journal): try journal.decisions(after: after)
      case .watching(let reader), .unwritable(let reader, _): try reader?.decisions(after: after) ?? []
      case .closed: []
      }
    state.withLock { state in
      state.mode = mode
      state.known += new
    }
  }

  /// Opens the file with the pen in hand. One that SQLite finds damaged is set aside.
  private func hold(at now: Timestamp) throws -> Mode {
    do {
      let journal = try open()
      _ = try journal.decisions()
      return .holding(journal)
    } catch let error as JournalError where error.isProvenDamage {
      try setAside(error, at: now)
      return .holding(try open())
    } catch let error as JournalError where error.mayPass {
      return .unwritable(try readerOfWhatIsThere(), error)
    }
  }

  private func setAside(_ error: JournalError, at now: Timestamp) throws {
    writer.close()
    let known = state.withLock { $0.known }
    let outcome = try JournalRepair(path: path, portfolio: portfolio).setAside(at: now, known: known)
    state.withLock { state in
      state.reader = nil
      state.notices.append(outcome.words(error))
    }
  }

  /// A reader of the journal where it can only be read; nil where there is none.
  private func readerOfWhatIsThere() throws -> JournalReader? {
    do {
      return try JournalReader(portfolio: portfolio, folder: folder)
    } catch let error as JournalError where error.mayPass && StateFiles.identity(of: path) == nil {
      return nil
    }
  }
}

extension PortfolioJournal {
  /// Tells of the writer's trouble once, and that it is over; sets a file aside that turned out to be damaged.
  private func heed(at now: Timestamp) {
    let current = trouble.current
    guard current != state.withLock({ $0.toldTrouble }) else { return }
    state.withLock { state in
      state.toldTrouble = current
      if current?.isProvenDamage != true {
        state.notices.append(
          current.map { "history and alerts are not kept for now: \($0)" } ?? "history and alerts are kept again")
      }
    }
    guard let current, current.isProvenDamage else { return }
    do {
      if case .holding(let journal) = state.withLock({ $0.mode }) { try? journal.queue.close() }
      try setAside(current, at: now)
      let journal = try open()
      state.withLock { $0.mode = .holding(journal) }
      trouble.put(nil)
      state.withLock { $0.toldTrouble = nil }
    } catch {
      becomeUnwritable(error, at: now)
    }
  }

  private func becomeUnwritable(_ error: any Error, at now: Timestamp) {
    let failure = error as? JournalError ?? JournalError(.unavailable, place: path, detail: String(describing: error))
    state.withLock { state in
      state.mode = .unwritable(nil, failure)
      state.triedAt = now
      state.notices.append("decisions cannot be kept: \(failure)")
    }
  }

  /// Reads what its holder has decided, and takes the pen when there is no holder any more.
  private func watch(_ reader: JournalReader?, at now: Timestamp) {
    do {
      if try pen.take(holder(at: now)) {
        try enter(try hold(at: now))
        state.withLock { $0.notices.append("this hedgetop has the pen now: decisions are kept here") }
      } else {
        try readNew(reader)
      }
    } catch let error as JournalError where error.kind == .locked {
      // The holder is at work in a way that lets nobody read; the next refresh comes soon.
    } catch {
      if pen.isHeld { becomeUnwritable(error, at: now) }
    }
  }

  private func readNew(_ known: JournalReader?) throws {
    var reader = known
    if reader?.isCurrent != true {
      reader = try JournalReader(portfolio: portfolio, folder: folder, busyTimeout: Self.shortWait)
      state.withLock { state in
        state.mode = .watching(reader)
        state.version = nil
        if known != nil { state.notices.append("the journal was set aside by \(holderWords); its log says why") }
      }
    }
    guard let reader, case let version = try reader.version, version != state.withLock({ $0.version }) else { return }
    let new = try reader.decisions(after: state.withLock { $0.known.last?.id ?? 0 })
    state.withLock { state in
      state.version = version
      state.known += new
    }
  }

  private func tryAgain(at now: Timestamp) {
    let tried = state.withLock { $0.triedAt }
    guard now - tried >= Self.patience || now < tried else { return }
    do {
      try begin(at: now)
    } catch {
      return becomeUnwritable(error, at: now)
    }
    if standing == .writes { state.withLock { $0.notices.append("decisions can be kept again") } }
  }
}

extension JournalError {
  /// True for a failure of the place rather than of the file: it may be over later.
  var mayPass: Bool { [.readOnly, .unavailable, .diskFull].contains(kind) }
}
