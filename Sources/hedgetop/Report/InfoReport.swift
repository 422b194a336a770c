import HedgeConfiguration
import HedgeModel
import Journal
import NcursesTerminal
import ScreenSocket
import TerminalCells

/// Where everything is and what was found.
struct InfoReport: Encodable {
  /// A file or folder of the program's.
  struct Place: Encodable {
    let path: String
    let exists: Bool
  }

  /// The files and folders the program uses; the journal and the service's socket are those of the portfolio shown.
  struct Places: Encodable {
    let configuration: Place
    let themes: Place
    let state: Place
    let journal: Place
    let socket: Place
  }

  /// What the terminal can do.
  struct TerminalReport: Encodable {
    let term: String
    @Nullable var terminfo: String?
    let inputIsTerminal: Bool
    let outputIsTerminal: Bool
    @Nullable var columns: Int?
    @Nullable var rows: Int?
    let colours: String
    let unicode: Bool
    let codeset: String
    let locale: String
  }

  /// What is shown without further options.
  struct ConfigurationState: Encodable {
    @Nullable var file: String?
    let ok: Bool
    @Nullable var portfolio: String?
    @Nullable var feed: String?
    @Nullable var reason: String?
  }

  let version: String
  @Nullable var paths: Places?
  let terminal: TerminalReport
  let configuration: ConfigurationState

  /// Everything there is to tell.
  ///
  /// - Parameters:
  ///   - stated: the configuration file named on the command line.
  ///   - files: whether there is something at a path.
  init(
    environment: [String: String], stated: String?, now: Timestamp, terminal facts: TerminalFacts,
    files: (String) -> Bool
  ) {
    version = ProgramVersion.text
    let known = HedgetopPaths(environment: environment)
    let usual = known?.configurationFile
    let isNamed = environment["HEDGETOP_CONFIG"].map { !$0.isEmpty } ?? false
    let file = stated ?? usual.flatMap { isNamed || files($0) ? $0 : nil }
    let configuration = ConfigurationState(file: file, now: now, environment: environment)
    self.configuration = configuration
    paths = known.map { paths in
      func place(_ path: String) -> Place { Place(path: path, exists: files(path)) }
      return Places(
        configuration: place(paths.configurationFile), themes: place(paths.themesFolder),
        state: place(paths.stateFolder),
        journal: place(SQLiteJournal.path(ofPortfolio: configuration.portfolio ?? "", in: paths.stateFolder)),
        socket: place(
          ServicePlaces.usual(of: configuration.portfolio ?? "", paths: paths, environment: environment).path))
    }
    terminal = TerminalReport(facts)
  }
}

extension InfoReport.TerminalReport {
  init(_ facts: TerminalFacts) {
    self.init(
      term: facts.term, terminfo: facts.entry, inputIsTerminal: facts.isInputTerminal,
      outputIsTerminal: facts.isOutputTerminal, columns: facts.size?.columns, rows: facts.size?.rows,
      colours: facts.colourDepth.word, unicode: facts.isUnicode, codeset: facts.codeset, locale: facts.locale)
  }
}

extension InfoReport.ConfigurationState {
  init(file: String?, now: Timestamp, environment: [String: String]) {
    guard let file else {
      self.init(file: nil, ok: true, portfolio: "Sample portfolio", feed: "simulated", reason: nil)
      return
    }
    let check = ConfigurationCheck(file, now: now, environment: environment)
    self.init(
      file: file, ok: check.configuration != nil, portfolio: check.configuration?.portfolio.name,
      feed: check.configuration?.feed.name,
      reason: check.configuration == nil ? check.issues.map(\.description).joined(separator: "\n") : nil)
  }
}

extension ColourDepth {
  /// The depth as the configuration writes it.
  var word: String {
    switch self {
    case .none: "none"
    case .ansi16: "16"
    case .palette256: "256"
    case .trueColour: "truecolor"
    }
  }
}
