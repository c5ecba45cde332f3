namespace StaticSite.Publishing.Targets;

/// <summary>Files of the staged site, opened to be sent.</summary>
internal static class Sources
{
    /// <param name="path">As readers know it.</param>
    /// <exception cref="TargetFault">It is no longer there.</exception>
    public static FileStream Open(string fullPath, string path)
    {
        try
        {
            return new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TargetFault(PublishDiagnostics.SourceChanged(path), cause: error);
        }
    }
}
