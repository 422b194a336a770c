extension InfoReport {
  /// The report for people: one fact a line.
  var text: String {
    var table = TextTable([.init("", .words), .init("", .words), .init("", .words)])
    table.add(["version", version])
    for (name, place) in places { table.add([name, place.path, place.exists ? "" : "(does not exist)"]) }
    if paths == nil { table.add(["paths", "HOME is not set, so nothing can be found or kept"]) }
    table.add(["shown", shown])
    table.add(["feed", configuration.feed ?? "none: the configuration cannot be used"])
    table.add(["TERM", terminal.term.isEmpty ? "not set" : terminal.term])
    table.add(["terminfo", terminal.terminfo ?? "not found"])
    table.add(["screen", screen])
    table.add(["colours", terminal.colours])
    table.add(["signs", "\(terminal.unicode ? "Unicode" : "ASCII") (\(terminal.codeset), locale \(terminal.locale))"])
    return table.text() + (configuration.reason.map { $0 + "\n" } ?? "")
  }

  private var places: [(String, Place)] {
    guard let paths else { return [] }
    return [
      ("configuration", paths.configuration), ("themes", paths.themes), ("state", paths.state),
      ("journal", paths.journal), ("socket", paths.socket),
    ]
  }

  private var shown: String {
    guard let portfolio = configuration.portfolio else { return "nothing: the configuration cannot be used" }
    return "“\(portfolio)”" + (configuration.file.map { " of \($0)" } ?? ", the sample: nothing is configured")
  }

  private var screen: String {
    guard terminal.outputIsTerminal else { return "standard output is not a terminal" }
    guard terminal.inputIsTerminal else { return "standard input is not a terminal" }
    guard let columns = terminal.columns, let rows = terminal.rows else { return "of unknown size" }
    return "\(columns) columns, \(rows) rows"
  }
}
