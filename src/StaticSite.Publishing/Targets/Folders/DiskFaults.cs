namespace StaticSite.Publishing.Targets.Folders;

/// <summary>What a disk says, as a diagnostic.</summary>
internal static class DiskFaults
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static async Task<T> RunAsync<T>(string place, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (Find(error, place) is { } fault)
        {
            throw fault;
        }
    }

    public static Task RunAsync(string place, Func<Task> work) => RunAsync(place, async () =>
    {
        await work();
        return true;
    });

    /// <summary>Null for what no disk says.</summary>
    public static TargetFault? Find(Exception error, string place) => error switch
    {
        TargetFault => null,
        IOException { HResult: NoSpace or QuotaExceeded or WindowsDiskFull } => new TargetFault(PublishDiagnostics.DiskFull(place), cause: error),
        IOException or UnauthorizedAccessException => new TargetFault(PublishDiagnostics.DiskFailed(error.Message.ReplaceLineEndings(" ")), cause: error),
        _ => null,
    };
}
