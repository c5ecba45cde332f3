using System.Text.RegularExpressions;

namespace StaticSite.Publishing.Staging.Contents;

/// <summary>
/// What a script may load, as far as its words tell: that it asks the site for something, starts a worker, or makes code from text.
/// Whom else it asks cannot be told from words; a policy for that is written in site.yml.
/// </summary>
internal static partial class ScriptInspector
{
    public static ContentUse Inspect(string script)
    {
        var use = new ContentUseBuilder();
        if (Request().IsMatch(script))
        {
            use.AddSource("connect-src", "'self'");
        }

        if (Worker().IsMatch(script))
        {
            use.AddSource("worker-src", "'self'");
        }

        if (Picture().IsMatch(script))
        {
            use.AddSource("img-src", "'self'");
        }

        if (script.Contains("WebAssembly.", StringComparison.Ordinal))
        {
            use.AddSource("script-src", "'wasm-unsafe-eval'");
        }

        if (Evaluation().Match(script) is { Success: true } match)
        {
            use.Offend(Offence.Evaluation, match.Value);
        }

        return use.ToUse();
    }

    [GeneratedRegex(@"\bfetch\s*\(|\bXMLHttpRequest\b|\bEventSource\b|\bsendBeacon\s*\(|\bWebSocket\b", RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    [GeneratedRegex(@"\bnew\s+(Shared)?Worker\s*\(|\bserviceWorker\s*\.\s*register\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex Worker();

    [GeneratedRegex(@"\bnew\s+Image\s*\(|\bcreateElement\(\s*['""]img['""]", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?<![\w.$])eval\s*\(|\bnew\s+Function\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex Evaluation();
}
