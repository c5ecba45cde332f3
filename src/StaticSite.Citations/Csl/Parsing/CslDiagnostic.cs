namespace StaticSite.Citations.Csl;

/// <summary>One thing found wrong in a style or locale file.</summary>
/// <param name="Line">One-based; 0 where the place is not known.</param>
/// <param name="IsError">The file cannot be used; else it can, but perhaps not as its author meant.</param>
public sealed record CslDiagnostic(int Line, int Column, bool IsError, string Message)
{
    public override string ToString() => $"{Line}:{Column}: {(IsError ? "error" : "warning")}: {Message}";
}
