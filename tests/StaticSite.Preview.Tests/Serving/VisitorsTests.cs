using System.Net;
using Microsoft.AspNetCore.Http;
using StaticSite.Preview.Serving;

namespace StaticSite.Preview.Tests.Serving;

/// <summary>Who is answered where other machines of the network are served, too.</summary>
public sealed class VisitorsTests
{
    private readonly Visitors _lan = new([IPAddress.Parse("192.168.1.5")]);

    [Theory]
    [InlineData("192.168.1.5:4000", true)]
    [InlineData("127.0.0.1:4000", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("192.168.1.6", false)]
    [InlineData("my-site.example:4000", false)]
    [InlineData("", false)]
    public void The_network_reaches_this_machine_by_its_address_and_by_no_name(string host, bool isKnown)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString(host);

        Assert.Equal(isKnown, _lan.IsKnownHost(context.Request));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.168.1.77", false)]
    [InlineData("::ffff:192.168.1.77", false)]
    public void Only_who_sits_here_is_at_the_machine(string remote, bool isHere)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);

        Assert.Equal(isHere, Visitors.IsAtTheMachine(context));
    }

    [Fact]
    public void Whose_address_is_unknown_is_elsewhere() => Assert.False(Visitors.IsAtTheMachine(new DefaultHttpContext()));
}
