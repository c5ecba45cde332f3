using BenchmarkDotNet.Running;
using StaticSite.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(CitationBenchmarks)]).Run(args);
