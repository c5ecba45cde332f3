using System.Security.Cryptography;

namespace StaticSite.Preview.Desk;

/// <param name="Token">What a page of the desk has to show to make something; nobody else's page knows it.</param>
/// <param name="EditorLink">An address that opens a file in the editor, from its full path, line and column.</param>
internal sealed record DeskOptions(string Token, INewArticles Articles, Func<string, int, int, string> EditorLink)
{
    public static string NewToken() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Opens Visual Studio Code.</summary>
    public static string EditorLinkOf(string fullPath, int line, int column)
    {
        var path = string.Join('/', fullPath.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"vscode://file/{path.TrimStart('/')}:{line}:{column}");
    }
}
