using StaticSite.Cli;
using StaticSite.Cli.Commands;
using StaticSite.Cli.Console;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Cli;

public sealed class LinkLauncherTests : IDisposable
{
    private static readonly Uri s_site = new("http://127.0.0.1:4000/");

    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public async Task The_opener_gets_the_link_as_one_argument()
    {
        var opener = Opener();

        Assert.Null(LinkLauncher.Open("vscode://file/a;b$(c)", opener));
        Assert.Equal("vscode://file/a;b$(c)", await File.ReadAllTextAsync(opener + ".got"));
    }

    [SkippableFact]
    public void An_opener_that_fails_is_told()
    {
        Skip.If(OperatingSystem.IsWindows(), "The openers of this test are those of other systems.");
        Assert.Equal("No program opens this link (false ended with 1).", LinkLauncher.Open("x:y", "false"));
        Assert.StartsWith("'no-such-opener' cannot be started: ", LinkLauncher.Open("x:y", "no-such-opener"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_preview_opens_the_site()
    {
        var opener = Opener();

        Assert.Equal("", Preview(opener));
        Assert.Equal("http://127.0.0.1:4000/", await File.ReadAllTextAsync(opener + ".got"));
    }

    [SkippableFact]
    public void A_preview_that_cannot_be_opened_says_so_in_one_line()
    {
        Skip.If(OperatingSystem.IsWindows(), "The openers of this test are those of other systems.");
        Assert.Equal("warning: No program opens this link (false ended with 1). Open http://127.0.0.1:4000/ by hand.\n", Preview("false"));
        Assert.Matches("^warning: 'no-such-opener' cannot be started: .+ Open http://127\\.0\\.0\\.1:4000/ by hand\\.\n$", Preview("no-such-opener"));
    }

    public void Dispose() => _folder.Dispose();

    private static string Preview(string opener)
    {
        using var error = new StringWriter();
        PreviewCommand.OpenSite(s_site, opener, new Terminal(TextWriter.Null, error));
        return error.ToString();
    }

    private string Opener()
    {
        Skip.If(OperatingSystem.IsWindows(), "The opener of this test is a shell script.");
        var opener = Path.Join(_folder.Path, "opener");
        _folder.Write("opener", "#!/bin/sh\nprintf %s \"$1\" > \"$0.got\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(opener, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return opener;
    }
}
