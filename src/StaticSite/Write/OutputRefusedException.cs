namespace StaticSite.Write;

/// <summary>The output folder is one that staticsite must not write to. Nothing in it has been touched.</summary>
internal sealed class OutputRefusedException(string message) : IOException(message);
