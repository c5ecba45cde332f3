using System.Globalization;
using StaticSite.Publishing;
using StaticSite.Publishing.Plan;

namespace StaticSite.Cli.Console;

/// <summary>Tells of a run against a target while it lasts and when it is over.</summary>
internal interface IPublishReport
{
    IProgress<PublishProgress> Progress { get; }

    /// <returns>The exit code.</returns>
    int Finish(PublishResult result, TimeSpan elapsed);

    void Fail(Failure failure, TimeSpan elapsed);
}

/// <summary>What both reports say.</summary>
internal static class PublishWords
{
    /// <summary>A difference that only was to be looked for is found like an error of the content.</summary>
    public static int ExitCodeOf(PublishResult result) =>
        result.HasErrors ? ExitCode.Unusable : result.IsDryRun && !result.Differences.IsEmpty ? ExitCode.Content : ExitCode.Clean;

    public static string NameOf(FileState state) => state switch
    {
        FileState.New => "new",
        FileState.Moved => "moved",
        FileState.Changed => "changed",
        FileState.Relabelled => "relabelled",
        _ => "unchanged",
    };

    public static string NameOf(PublishStage stage) => stage switch
    {
        PublishStage.Untouched => "untouched",
        PublishStage.Switching => "switching",
        PublishStage.Served => "served",
        _ => "done",
    };

    public static string Bytes(double count) => count switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{count:0} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count / 1e9:0.00} GB"),
    };
}
