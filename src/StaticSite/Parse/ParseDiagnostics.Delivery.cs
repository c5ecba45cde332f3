using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>What can be wrong with the headers that site.yml sets.</summary>
internal static partial class ParseDiagnostics
{
    public static Diagnostic HeaderPath(Located<string> path) => new(
        "parse/header-path", Severity.Error, path.Where, $"'{Quote(path.Value)}' is no address of the site.", "Start it with '/'; '*' stands for anything: path: \"/zh/*\"");

    public static Diagnostic HeaderName(Located<string> name) => new(
        "parse/header-name", Severity.Error, name.Where, $"'{Quote(name.Value)}' is not the name of a header.", "A name has letters, digits and '-', for example Cache-Control.");

    public static Diagnostic HeaderOfTheServer(Located<string> name) => new(
        "parse/header-of-the-server", Severity.Error, name.Where, $"The header '{name.Value}' cannot be set: it says how a server sends a response.", "Leave it out.");

    public static Diagnostic HeaderValue(string name, Located<string> value) => new(
        "parse/header-value", Severity.Error, value.Where, $"'{Quote(value.Value)}' cannot be the value of '{name}'.",
        "A value has letters, digits and signs of ASCII, but neither '$' nor '`'. To take a header away, leave its value out.");
}
