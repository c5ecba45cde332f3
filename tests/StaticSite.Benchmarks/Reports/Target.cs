namespace StaticSite.Benchmarks.Reports;

/// <summary>A figure that must not be exceeded.</summary>
/// <param name="Measured">Null where the run did not include it.</param>
internal sealed record Target(string Text, double Limit, double? Measured)
{
    public string Verdict => Measured is not { } value ? "not measured" : value <= Limit ? "pass" : "**fail**";
}
