namespace StaticSite.Publishing;

/// <summary>How far one step has come.</summary>
/// <param name="Step">scan, send, link, assets, new pages, new lists, changed pages, changed lists, delete.</param>
internal readonly record struct PublishProgress(string Step, int Files, int TotalFiles, long Bytes, long TotalBytes);

/// <summary>Counts the files of one step; they are done on many threads.</summary>
internal sealed class StepProgress
{
    private readonly IProgress<PublishProgress>? _to;
    private readonly string _step;
    private readonly int _totalFiles;
    private readonly long _totalBytes;
    private int _files;
    private long _bytes;

    public StepProgress(IProgress<PublishProgress>? to, string step, int totalFiles, long totalBytes = 0)
    {
        (_to, _step, _totalFiles, _totalBytes) = (to, step, totalFiles, totalBytes);
        if (totalFiles > 0)
        {
            to?.Report(new PublishProgress(step, 0, totalFiles, 0, totalBytes));
        }
    }

    public void Done(long bytes = 0)
    {
        var all = Interlocked.Add(ref _bytes, bytes);
        _to?.Report(new PublishProgress(_step, Interlocked.Increment(ref _files), _totalFiles, all, _totalBytes));
    }
}
