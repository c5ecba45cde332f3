namespace StaticSite.Publishing;

/// <summary>What the command line decides about one run.</summary>
internal sealed record PublishOptions
{
    /// <summary>Only tell what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>List and compare everything, whatever the manifest says.</summary>
    public bool Verify { get; init; }

    /// <summary>So many deletions are meant.</summary>
    public int AllowDeletes { get; init; }

    /// <summary>Asks whether so many of so many files may be deleted; null where nobody can be asked.</summary>
    public Func<int, int, bool>? AskDeletes { get; init; }

    /// <summary>Another site that stands at the target is replaced.</summary>
    public bool Adopt { get; init; }

    /// <summary>A lock without signs of life is taken over.</summary>
    public bool TakeLock { get; init; }
}
