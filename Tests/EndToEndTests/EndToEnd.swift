import HedgeTestSupport
import Testing

/// The built program, as its users run it. One test at a time: each runs a program of its own.
@Suite("hedgetop, built", .serialized, .onThreadOfItsOwn)
enum EndToEnd {}
