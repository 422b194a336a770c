/// Finds in Swift text what a venue may be asked, and where requests are made.
enum EndpointScan {
  /// Words of paths that do more than read.
  private static let forbidden = [
    "order", "cancel", "amend", "transfer", "withdraw", "batch", "close", "borrow", "repay", "loan", "convert",
    "subaccount", "listenkey", "margintype", "positionside", "set-", "edit", "buy", "sell", "exchange/",
  ]
  /// Words that hold one of those and read.
  private static let reads = ["orderbook", "order_book"]

  /// Lines of code with what makes an endpoint, by its own name or as a value of a known type.
  static func makesEndpoint(_ source: String) -> [Substring] {
    code(of: source, with: "Endpoint", ".init").filter { line in
      line.contains(/\bEndpoint(\.init)?\s*\(/) || line.contains(/\.init\(\s*\.(get|post)\b/)
        || line.contains(/:\s*\[?Endpoint\]?\s*=\s*\[?\s*\.init\b/)
    }
  }

  /// Lines of code that make a request as it goes over the wire.
  static func makesRequest(_ source: String) -> [Substring] {
    code(of: source, with: "HTTP").filter {
      $0.contains(/\b(HTTPRequest|HTTPClient\.Request|HTTPClientRequest)(\.init)?\s*\(/)
    }
  }

  /// Texts of the source that begin with a slash and a letter.
  static func paths(in source: String) -> [String] {
    code(of: source).flatMap { line in line.matches(of: /"(\/[A-Za-z][^"]*)"/).map { String($0.output.1) } }
  }

  /// The endpoints of a file of endpoints: method and path, in the order they stand there.
  static func endpoints(in source: String) -> [(method: String, path: String)] {
    code(of: source).flatMap { line in
      line.matches(of: /\bEndpoint\(\s*\.(\w+),\s*"([^"]*)"/).map { (String($0.output.1), String($0.output.2)) }
    }
  }

  /// The word of `path` that does more than read; nil when there is none.
  static func forbiddenWord(in path: String) -> String? {
    let path = reads.reduce("\(path.lowercased())/") { $0.replacing($1, with: "") }
    return forbidden.first { path.contains($0) }
  }

  /// Lines of code that hold one of these words: a glance that spares most lines an expression.
  private static func code(of source: String, with words: String...) -> [Substring] {
    guard words.contains(where: source.contains) else { return [] }
    return code(of: source).filter { line in words.contains { line.contains($0) } }
  }

  /// Lines without comments.
  static func code(of source: String) -> [Substring] {
    source.split(whereSeparator: \.isNewline).filter { line in
      !line.drop(while: \.isWhitespace).hasPrefix("//")
    }
  }
}
