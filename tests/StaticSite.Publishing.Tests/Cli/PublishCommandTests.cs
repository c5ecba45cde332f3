using System.Text.Json;
using StaticSite.Cli.Console;
using StaticSite.Publishing.Tests.Support;

namespace StaticSite.Publishing.Tests.Cli;

public sealed class PublishCommandTests
{
    [Fact]
    public async Task A_dry_run_shows_everything_that_would_be_done()
    {
        using var site = CommandSite.WithFolder();
        var first = FakeSite.Create(3).With("zh/old/index.html", FileKind.Page, "moved");
        site.Build(first);
        Assert.Equal(0, (await site.RunAsync("publish", "production", "--format", "text")).Code);
        site.Build(FakeSite.Create(3).ChangeOne("p00001").With("zh/new/index.html", FileKind.Page, "moved"));

        var (code, said, _) = await site.RunAsync("publish", "production", "--dry-run", "--format", "text");
        Assert.Equal(0, code);
        Assert.Contains("  ~ zh/articles/p00001/index.html\n", said, StringComparison.Ordinal);
        Assert.Contains("  > zh/old/index.html → zh/new/index.html\n", said, StringComparison.Ordinal);
        Assert.Contains("  - zh/old/index.html\n", said, StringComparison.Ordinal);
        Assert.Contains("  purge https://example.org/zh/articles/p00001/\n", said, StringComparison.Ordinal);
        Assert.Contains("0 new, 1 changed, 1 moved, 0 with other headers, 6 unchanged, 1 deleted", said, StringComparison.Ordinal);
        Assert.True(File.Exists(site.PathOf("www/current/zh/old/index.html")));

        var lines = Lines((await site.RunAsync("publish", "production", "--dry-run")).Out);
        Assert.Contains(lines, line => line.GetProperty("event").GetString() == "file" && line.GetProperty("state").GetString() == "moved" && line.GetProperty("from").GetString() == "zh/old/index.html");
        Assert.Equal(1, lines[^1].GetProperty("changed").GetInt32());
    }

    [Fact]
    public async Task Publishing_is_told_as_events_and_the_last_one_sums_up()
    {
        using var site = CommandSite.WithFolder();
        site.Build(FakeSite.Create(3));
        var lines = Lines((await site.RunAsync("publish", "production")).Out);
        Assert.Contains(lines, line => line.GetProperty("event").GetString() == "progress" && line.GetProperty("step").GetString() == "link");
        var done = lines[^1];
        Assert.Equal(("done", "done", 7, 0), (done.GetProperty("event").GetString(), done.GetProperty("stage").GetString(), done.GetProperty("new").GetInt32(), done.GetProperty("errors").GetInt32()));
        Assert.True(Release.IsId(done.GetProperty("release").GetString()!));
    }

    [Fact]
    public async Task Releases_are_listed_and_brought_back()
    {
        using var site = CommandSite.WithFolder();
        var one = FakeSite.Create(3);
        site.Build(one);
        await site.RunAsync("publish", "production");
        site.Build(one.ChangeOne("p00002"));
        await site.RunAsync("publish", "production");
        Directory.Delete(site.PathOf("output"), recursive: true);

        var listed = (await site.RunAsync("releases", "production", "--format", "text")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, listed.Length);
        Assert.EndsWith("served", listed[0], StringComparison.Ordinal);
        var (code, said, _) = await site.RunAsync("rollback", "production", listed[1].Split(' ')[0], "--format", "text");
        Assert.Equal(0, code);
        Assert.Contains("1 changed", said, StringComparison.Ordinal);
        Assert.Equal(one.Files["zh/articles/p00002/index.html"].Text, await File.ReadAllTextAsync(site.PathOf("www/current/zh/articles/p00002/index.html")));
        Assert.Contains($"brought {listed[1].Split(' ')[0]} back", (await site.RunAsync("releases", "production", "--format", "text")).Out, StringComparison.Ordinal);
        Assert.Equal(3, Lines((await site.RunAsync("releases", "production")).Out).Count(line => line.GetProperty("event").GetString() == "release"));
    }

    [Fact]
    public async Task The_purge_command_gets_the_changed_addresses_and_so_does_a_file()
    {
        using var site = CommandSite.WithFolder(", purge_command: \"cat > purged.txt\"");
        var one = FakeSite.Create(3);
        site.Build(one);
        await site.RunAsync("publish", "production");
        Assert.False(File.Exists(site.PathOf("purged.txt")));
        site.Build(one.ChangeOne("p00002"));
        await site.RunAsync("publish", "production");
        Assert.Equal("https://example.org/zh/articles/p00002/\n", await File.ReadAllTextAsync(site.PathOf("purged.txt")));
        Assert.Equal("https://example.org/zh/articles/p00002/\n", await File.ReadAllTextAsync(site.PathOf(".staticsite/publish/purge/production.txt")));
    }

    [Fact]
    public async Task A_purge_command_that_fails_is_an_error_after_the_site_is_served()
    {
        using var site = CommandSite.WithFolder(", purge_command: \"echo quota exceeded >&2; exit 3\"");
        var one = FakeSite.Create(3);
        site.Build(one);
        await site.RunAsync("publish", "production");
        site.Build(one.ChangeOne("p00002"));
        var (code, said, error) = await site.RunAsync("publish", "production", "--format", "text");
        Assert.Equal(2, code);
        Assert.Contains("publish/purge-failed", error, StringComparison.Ordinal);
        Assert.Contains("it ended with 3. quota exceeded", error, StringComparison.Ordinal);
        Assert.Contains("The release is served", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drafts", true, "publish/built-for-review")]
    [InlineData("future", true, "publish/built-for-review")]
    [InlineData("base_url", "https://test.example.org/", "publish/other-base-url")]
    [InlineData("generator", "staticsite 0.0.1", "publish/other-version")]
    [InlineData("complete", false, "staging/interrupted-build")]
    public async Task An_output_that_is_not_meant_for_this_target_is_refused(string key, object value, string code)
    {
        using var site = CommandSite.WithFolder();
        site.Build(FakeSite.Create(2), manifest => manifest[key] = value);
        var run = await site.RunAsync("publish", "production", "--format", "text");
        Assert.Equal(2, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains("the site is as before", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.PathOf("www")));
    }

    [Fact]
    public void An_output_that_is_older_than_its_input_is_refused()
    {
        var setup = new PublishSetup(new Model.DirectoryTargetSettings(default, default), new(), new Uri("https://example.org/"));
        using var folder = new TestTarget();
        var output = folder.Stage(FakeSite.Create(1)).Manifest;
        Assert.Equal(["publish/output-outdated"], OutputRefusals.Find(output, setup, () => new string('1', 64)).Select(found => found.Code));
        Assert.Empty(OutputRefusals.Find(output, setup, () => output.Input));
        Assert.Empty(OutputRefusals.Find(output, setup, () => null));
    }

    [Fact]
    public async Task An_output_whose_input_was_edited_is_refused()
    {
        using var site = CommandSite.WithFolder();
        site.Build(FakeSite.Create(1));
        Directory.CreateDirectory(site.PathOf("input/articles/a"));
        await File.WriteAllTextAsync(site.PathOf("input/articles/a/zh.md"), "new");
        var (code, _, error) = await site.RunAsync("publish", "production", "--format", "text");
        Assert.Equal(2, code);
        Assert.Contains("publish/output-outdated", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_among_the_targets_own_notes_is_refused()
    {
        using var folder = new TestTarget();
        var site = folder.Stage(FakeSite.Create(1).With(".staticsite/manifest.json.gz", FileKind.Asset, "mine"));
        var target = new Model.S3TargetSettings(default, default) { Prefix = "www/", StatePrefix = "www/.staticsite/" };
        Assert.Equal(["publish/name-reserved"], OutputRefusals.FindReserved(site, target).Select(found => found.Code));
        Assert.Empty(OutputRefusals.FindReserved(site, target with { StatePrefix = "notes/" }));
    }

    [Fact]
    public async Task A_target_that_is_not_named_is_not_guessed()
    {
        using var site = CommandSite.WithFolder();
        var (code, _, error) = await site.RunAsync("publish", "prodution", "--format", "text");
        Assert.Equal(2, code);
        Assert.Contains("publish/unknown-target", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'production'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_no_credentials()
    {
        using var site = new CommandSite("targets: {production: {kind: s3, bucket: b, endpoint: \"http://127.0.0.1:1\", profile: no-such-profile}}");
        site.Build(FakeSite.Create(1));
        var (code, _, error) = await site.RunAsync("publish", "production", "--format", "text");
        Assert.Equal(2, code);
        Assert.Contains("publish/no-credentials", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_the_settings_is_not_repeated()
    {
        using var site = new CommandSite("targets: {production: {kind: s3, bucket: b, secret_key: abc123xyz, endpoint: \"https://me:abc123xyz@example.org\"}}");
        var (code, said, error) = await site.RunAsync("publish", "production", "--format", "text");
        Assert.Equal(2, code);
        Assert.Contains("parse/secret-in-settings", error, StringComparison.Ordinal);
        Assert.DoesNotContain("abc123xyz", said + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_bring_back_is_said()
    {
        using var site = CommandSite.WithFolder();
        site.Build(FakeSite.Create(1));
        await site.RunAsync("publish", "production");
        var (code, _, error) = await site.RunAsync("rollback", "production", "--format", "text");
        Assert.Equal(2, code);
        Assert.Contains("publish/no-release", error, StringComparison.Ordinal);
        Assert.Contains("hint: 'staticsite releases production' lists what there is.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_rules_for_a_web_server_are_told_and_old_ones_are_not()
    {
        using var site = CommandSite.WithFolder(", server: nginx");
        var one = FakeSite.Create(2);
        site.Build(one);
        Assert.DoesNotContain("new rules", (await site.RunAsync("publish", "production", "--dry-run", "--format", "text")).Out, StringComparison.Ordinal);
        const string Rules = ".staticsite/publish/server/production.nginx.conf";
        Assert.EndsWith($"The web server has new rules to read: {Rules}\n", (await site.RunAsync("publish", "production", "--format", "text")).Out, StringComparison.Ordinal);
        Assert.True(File.Exists(site.PathOf(Rules)));

        site.Build(one.ChangeOne("p00001"));
        Assert.DoesNotContain("new rules", (await site.RunAsync("publish", "production", "--format", "text")).Out, StringComparison.Ordinal);
        File.Delete(site.PathOf(Rules));
        Assert.Equal(Rules, Lines((await site.RunAsync("publish", "production")).Out)[^1].GetProperty("new_server_rules").GetString());
    }

    [Fact]
    public async Task Verifying_without_publishing_fails_where_somebody_changed_something()
    {
        using var site = CommandSite.WithFolder();
        site.Build(FakeSite.Create(2));
        await site.RunAsync("publish", "production");
        Assert.Equal(0, (await site.RunAsync("publish", "production", "--verify", "--dry-run")).Code);
        File.Delete(site.PathOf("www/current/index.html"));
        var (code, said, _) = await site.RunAsync("publish", "production", "--verify", "--dry-run");
        Assert.Equal(1, code);
        Assert.Contains("""{"event":"difference","kind":"missing","path":"index.html"}""", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_tells_files_bytes_rate_and_time_left() =>
        Assert.Equal(
            "Sending 12/40 files, 2.0 MB of 8.0 MB, 3 files/s, 500.0 kB/s, 0:12 left",
            ProgressLine.Text(new PublishProgress("send", 12, 40, 2_000_000, 8_000_000), TimeSpan.FromSeconds(4)));

    private static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
