/// Which value, and where it stands: what an issue points at.
struct Place: Hashable {
  let path: ConfigurationPath
  let location: SourceLocation
}
