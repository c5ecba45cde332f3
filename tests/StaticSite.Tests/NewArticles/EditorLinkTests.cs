using StaticSite.Model;

namespace StaticSite.Tests.NewArticles;

public sealed class EditorLinkTests
{
    [Theory]
    [InlineData("vscode://file/{path}:{line}:{column}", "/home/li/我的 站/a#b%.md", "vscode://file/home/li/%E6%88%91%E7%9A%84%20%E7%AB%99/a%23b%25.md:3:7")]
    [InlineData("vscode://file/{path}:{line}:{column}", "C:\\site\\a.md", "vscode://file/C:/site/a.md:3:7")]
    [InlineData("idea://open?file={path}&line={line}", "/a/b&c.md", "idea://open?file=/a/b%26c.md&line=3")]
    [InlineData("txmt://open?url=file://{path}&line={line}", "/a.md", "txmt://open?url=file:///a.md&line=3")]
    [InlineData("txmt://open?url=file:///{path}", "/a.md", "txmt://open?url=file:///a.md")]
    public void A_link_opens_the_file_at_its_place(string template, string path, string link)
    {
        Assert.Null(EditorLink.FindProblem(template));
        Assert.Equal(link, new EditorLink(template).For(path, 3, 7));
    }

    [Theory]
    [InlineData("vscode://file/", "has no {path}")]
    [InlineData("vscode://{path}:{row}", "holds {row}, which is none of {path}, {line} and {column}")]
    [InlineData("{path}", "does not start with the name of a program and ':'")]
    [InlineData("JavaScript:open('{path}')", "starts with 'JavaScript:', which runs what it says")]
    [InlineData("data:text/html,{path}", "starts with 'data:', which runs what it says")]
    [InlineData("x://{path} --", "is no address")]
    public void A_template_that_opens_nothing_is_found_out(string template, string problem) => Assert.Equal(problem, EditorLink.FindProblem(template));
}
