namespace StaticSite.Model;

/// <summary>What decides whether a file is looked at: its size and the time of its last change.</summary>
public readonly record struct FileStamp(long Length, long Ticks)
{
    private static readonly TimeSpan s_grain = TimeSpan.FromMilliseconds(50), s_coarseGrain = TimeSpan.FromSeconds(2);

    public static FileStamp Of(InputFile file) => new(file.Length, file.LastWriteUtc.Ticks);

    /// <summary>
    /// Whether the file may have been changed once more without its stamp telling: it was changed within the clock's grain
    /// before it was seen, or after it. Disks that keep whole seconds have a coarse grain.
    /// </summary>
    /// <param name="seen">By the clock of the disk, before the file was read.</param>
    public bool IsDoubtful(DateTime seen)
    {
        var grain = Ticks % TimeSpan.TicksPerSecond == 0 ? s_coarseGrain : s_grain;
        return Ticks > (seen - grain).Ticks;
    }
}
