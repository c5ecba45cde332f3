using System.CommandLine;
using System.CommandLine.Parsing;
using StaticSite.Cli.Console;
using StaticSite.Model;

namespace StaticSite.Cli.Commands;

/// <summary>The options of <c>build</c>, and what was given for them.</summary>
internal sealed class BuildArguments
{
    private readonly FolderArguments _folders = new();

    private readonly Option<Uri?> _baseUrl = new("--base-url")
    {
        Description = "The address that the site will have, instead of base_url in site.yml",
        HelpName = "url",
        CustomParser = ParseBaseUrl,
    };

    private readonly Option<bool> _drafts = new("--drafts") { Description = "Build drafts, too" };
    private readonly Option<bool> _future = new("--future") { Description = "Build articles whose date lies in the future, too" };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "Build everything anew, without the cache" };
    private readonly Option<bool> _verify = new("--verify") { Description = "Then build everything once more, beside the cache, and compare every byte" };
    private readonly Option<bool> _strict = new("--strict") { Description = "Treat warnings as errors: write nothing, and exit with 1" };

    private readonly Option<string> _format = new("--format")
    {
        Description = "How to report: text, json (one object a line), or github (annotations)",
        HelpName = "text|json|github",
        DefaultValueFactory = _ => "text",
    };

    public BuildArguments()
    {
        _format.AcceptOnlyFromAmong("text", "json", "github");
    }

    public void AddTo(Command command)
    {
        _folders.AddTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[_baseUrl, _drafts, _future, _fresh, _verify, _strict, _format])
        {
            command.Options.Add(option);
        }
    }

    public BuildOptions Read(ParseResult given)
    {
        return new BuildOptions(
            _folders.ReadRoot(given),
            _folders.ReadOutput(given),
            given.GetValue(_baseUrl),
            given.GetValue(_drafts),
            given.GetValue(_future),
            DateTimeOffset.UtcNow,
            given.GetValue(_strict),
            given.GetValue(_fresh),
            given.GetValue(_verify));
    }

    public OutputFormat ReadFormat(ParseResult given) => given.GetValue(_format) switch
    {
        "json" => OutputFormat.Json,
        "github" => OutputFormat.Github,
        _ => OutputFormat.Text,
    };

    private static Uri? ParseBaseUrl(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url is { Host.Length: > 0, AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" })
        {
            return url;
        }

        result.AddError($"'{text}' is no base URL. Write it like https://example.org");
        return null;
    }
}
