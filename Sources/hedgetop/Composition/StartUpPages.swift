import Glibc

/// The program's code in memory, most of which only its start needs: command parsing, the configuration, the database's
/// migrations, the first estimates.
///
/// The kernel reads code in blocks of 64 kB, so the start leaves most of the file resident. Giving the pages back once
/// the screen runs takes a quarter off the memory; those still needed come back from the file by themselves.
enum StartUpPages {
  /// Gives all code pages back to the system; those in use return at their next call.
  ///
  /// Only mappings that are executable, private and not writable, and that come from a file: the kernel can read
  /// every page of these again. Where the system does not tell its mappings nothing happens.
  static func release() {
    for range in codeRanges(in: ownMappings()) {
      madvise(UnsafeMutableRawPointer(bitPattern: range.lowerBound), Int(range.count), MADV_DONTNEED)
    }
  }

  /// The address ranges of code that comes from files, of a text like that of `/proc/self/maps`:
  /// `55d0c8a00000-55d0c9e00000 r-xp 01c5a000 08:01 1234 /usr/bin/hedgetop`.
  static func codeRanges(in mappings: String) -> [Range<UInt>] {
    mappings.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      guard fields.count >= 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { return nil }
      let bounds = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      guard bounds.count == 2, bounds[0] < bounds[1] else { return nil }
      return bounds[0]..<bounds[1]
    }
  }

  private static func ownMappings() -> String {
    let file = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var text: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 16_384)
    while case let count = read(file, &block, block.count), count > 0 { text += block[..<count] }
    return String(decoding: text, as: UTF8.self)
  }
}
