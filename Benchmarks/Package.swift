// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "HedgetopBenchmarks",
  dependencies: [
    .package(name: "hedgetop", path: ".."),
    // Without its interposers: nothing here counts allocations, and the figures are those of the plain allocator.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "HedgetopBenchmarks",
      dependencies: [
        .product(name: "HedgeModel", package: "hedgetop"),
        .product(name: "HedgeAnalytics", package: "hedgetop"),
        .product(name: "MarketData", package: "hedgetop"),
        .product(name: "Alerting", package: "hedgetop"),
        .product(name: "Journal", package: "hedgetop"),
        .product(name: "HedgeConfiguration", package: "hedgetop"),
        .product(name: "HedgeStore", package: "hedgetop"),
        .product(name: "TerminalCells", package: "hedgetop"),
        .product(name: "Panels", package: "hedgetop"),
        .product(name: "NcursesTerminal", package: "hedgetop"),
        .product(name: "Venues", package: "hedgetop"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/HedgetopBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
