import CProcess
import Glibc

/// The program's code and tables in memory, most of which only its start needs: command parsing, the configuration, the
/// database's migrations, the first estimates, and for the loader the relocations.
///
/// The kernel reads a file in blocks of 64 kB, so the start leaves most of it resident. Giving the pages back once the
/// screen runs takes a third off the memory; those still needed come back from the file by themselves.
enum StartUpPages {
  /// Gives all pages back to the system that it can read again, those in use return when they are next touched, and what
  /// is free of the heap: histories leave holes in it that would otherwise stay.
  ///
  /// Where the system does not tell its mappings no page of a file is given back.
  static func release() {
    cp_give_heap_back()
    for range in rereadableRanges(in: ownMappings()) {
      madvise(UnsafeMutableRawPointer(bitPattern: range.lowerBound), Int(range.count), MADV_DONTNEED)
    }
  }

  /// The address ranges that are as their files are, of a text like that of `/proc/self/maps`:
  /// `55d0c8a00000-55d0c9e00000 r-xp 01c5a000 08:01 1234 /usr/bin/hedgetop`.
  ///
  /// That is code, and what is only read from the start of a file on: names, relocations, descriptions of types. What is
  /// only read further behind may be constants with addresses in them, which the loader wrote before it locked them:
  /// they are in no file, and given back they would be lost.
  static func rereadableRanges(in mappings: String) -> [Range<UInt>] {
    mappings.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      guard fields.count >= 6, fields[5].hasPrefix("/"),
        fields[1] == "r-xp" || fields[1] == "r--p" && UInt(fields[2], radix: 16) == 0
      else { return nil }
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
