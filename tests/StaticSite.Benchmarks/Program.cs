using System.CommandLine;
using BenchmarkDotNet.Running;
using StaticSite.Benchmarks;
using StaticSite.Benchmarks.Measuring;

if (Meter.TryServe(args) is { } exitCode)
{
    return exitCode;
}

if (args is ["site", ..])
{
    return new RootCommand { SiteCommand.Create() }.Parse(args).Invoke();
}

if (args is ["preview", ..])
{
    return await new RootCommand { PreviewCommand.Create() }.Parse(args).InvokeAsync();
}

// What is left are BenchmarkDotNet's own arguments.
BenchmarkSwitcher.FromAssembly(typeof(SiteCommand).Assembly).Run(args is ["micro", .. var rest] ? rest : args);
return 0;
