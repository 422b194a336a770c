import FoundationEssentials
import HedgeModel

/// Where alerts are posted to.
extension ConfigurationDecoder {
  private static let placeholder = "{token}"
  private static let loopback: Set = ["localhost", "127.0.0.1", "[::1]", "::1"]

  /// Reads the address of a channel with the places of its secrets. A secret goes over TLS, or to this machine.
  func target(_ reader: TableReader, _ example: String) -> AlertTargetConfiguration? {
    let token = secret("token", reader)
    let secret = secret("secret", reader)
    if !reader.states("url") { reader.missing("url", "state an address: \(example)") }
    guard let url = reader.text("url", expected: "an address: \(example)") else { return nil }
    let bare = url.replacing(Self.placeholder, with: "token")
    guard let parts = URLComponents(string: bare), let scheme = parts.scheme?.lowercased(),
      let host = parts.host?.lowercased(), !host.isEmpty, scheme == "https" || scheme == "http",
      !bare.contains(where: \.isWhitespace), bare.utf8.allSatisfy({ $0 < 0x80 })
    else {
      issues.error(reader.place("url"), "expected an address of HTTP: \(example)")
      return nil
    }
    if parts.user != nil || parts.password != nil {
      issues.error(reader.place("url"), "holds a name or password; put a token into token_file instead")
    }
    if url.contains(Self.placeholder), token == nil, !reader.states("token_file"), !reader.states("token_environment") {
      issues.error(reader.place("url"), "has a place for a token, but there is none; state token_file")
    }
    if scheme == "http", token != nil || secret != nil, !Self.loopback.contains(host) {
      issues.error(reader.place("url"), "would carry a secret for everybody to read; use https")
    }
    return AlertTargetConfiguration(url: url, token: token, secret: secret)
  }

  /// Reads `NAME_file` or `NAME_environment`.
  private func secret(_ name: String, _ reader: TableReader) -> AlertTargetConfiguration.Secret? {
    let file = reader.text("\(name)_file", expected: "the path of a file only you can read")
    let variable = reader.text("\(name)_environment", expected: "the name of an environment variable")
    if reader.states("\(name)_file"), reader.states("\(name)_environment") {
      issues.error(reader.place("\(name)_environment"), "found \(name)_file as well, expected one of them")
    }
    return file.map { .file(resolved($0)) } ?? variable.map { .environment($0) }
  }
}
