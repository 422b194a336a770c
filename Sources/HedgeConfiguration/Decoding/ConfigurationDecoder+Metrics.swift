extension ConfigurationDecoder {
  /// Reads `[metrics]`.
  func metrics(_ reader: TableReader) -> MetricsConfiguration {
    let written = reader.text("listen", expected: ListenAddress.words)
    let file = reader.text("token_file", expected: "the path of a file with a token")
    let variable = reader.text("token_environment", expected: "the name of a variable with a token")
    if file != nil, variable != nil {
      issues.error(reader.place("token_environment"), "found token_file and token_environment, expected one of them")
    }
    let token: MetricsConfiguration.TokenSource? = file.map { .file(resolved($0)) } ?? variable.map { .environment($0) }
    let listen = written.flatMap(ListenAddress.init)
    if let written, listen == nil {
      issues.error(
        reader.place("listen"), "found \(PrintableText.quoted(written)), expected \(ListenAddress.words)")
    }
    let isReported = reader.isReported("token_file", file) || reader.isReported("token_environment", variable)
    if let listen, !listen.isLoopback, token == nil, !isReported {
      issues.error(
        reader.place("listen"),
        "\(listen) can be reached by others, who would read what you hold; state token_file or token_environment, "
          + "or listen at 127.0.0.1")
    }
    return MetricsConfiguration(listen: listen, token: token)
  }
}
