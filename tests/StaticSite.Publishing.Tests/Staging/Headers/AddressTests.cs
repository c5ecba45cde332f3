using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Tests.Staging.Headers;

public sealed class AddressTests
{
    [Theory]
    [InlineData("index.html", "/")]
    [InlineData("zh/index.html", "/zh/")]
    [InlineData("zh/my-index.html", "/zh/my-index.html")]
    [InlineData("404.html", "/404.html")]
    public void An_index_is_served_at_its_folder(string path, string address) => Assert.Equal(address, Address.Of(path));

    [Theory]
    [InlineData("/旧/a b", "/%E6%97%A7/a%20b")]
    [InlineData("/a*b:c$d{e}\"%?", "/a%2Ab%3Ac%24d%7Be%7D%22%25%3F")]
    public void What_means_something_to_a_server_is_escaped(string path, string escaped) => Assert.Equal(escaped, Address.EscapePath(path));

    [Theory]
    [InlineData("/zh/%E6%97%A7/?a=1#b", "/zh/%E6%97%A7/?a=1#b")]
    [InlineData("/zh/旧/ \"$x\"", "/zh/%E6%97%A7/%20%22%24x%22")]
    public void An_address_that_is_escaped_already_stays_so(string written, string clean) => Assert.Equal(clean, Address.Clean(written));

    [Theory]
    [InlineData("/zh/*", "/zh/", true)]
    [InlineData("/zh/*", "/zh/a/b/", true)]
    [InlineData("/zh/*", "/zh", false)]
    [InlineData("*.pdf", "/assets/a.pdf", true)]
    [InlineData("/*/feed.xml", "/zh/feed.xml", true)]
    [InlineData("/a", "/a", true)]
    [InlineData("/a", "/a/", false)]
    [InlineData("/aa*aa", "/aaa", false)]
    public void A_star_stands_for_anything(string pattern, string address, bool isMatch) => Assert.Equal(isMatch, new AddressPattern(pattern).IsMatch(address));

    [Property]
    public Property A_pattern_means_what_a_regular_expression_would()
    {
        var letters = Gen.Elements('a', 'b', '/', '*');
        var texts = Gen.ArrayOf(letters).Select(all => new string(all));
        return Prop.ForAll(texts.ToArbitrary(), texts.Select(text => text.Replace('*', 'a')).ToArbitrary(), (pattern, address) =>
            new AddressPattern(pattern).IsMatch(address) == Regex.IsMatch(address, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}\\z"));
    }
}
