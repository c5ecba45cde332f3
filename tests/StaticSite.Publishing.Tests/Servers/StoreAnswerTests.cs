using System.Text;
using StaticSite.Model;
using StaticSite.Publishing.Targets;

namespace StaticSite.Publishing.Tests.Servers;

/// <summary>What other stores are said to answer.</summary>
public sealed class StoreAnswerTests
{
    [Theory]
    [InlineData(CreateOnlyWrite.IfNoneMatch, "If-None-Match", "*", 412, "PreconditionFailed")]
    [InlineData(CreateOnlyWrite.Oss, "x-oss-forbid-overwrite", "true", 409, "FileAlreadyExists")]
    [InlineData(CreateOnlyWrite.Cos, "x-cos-forbid-overwrite", "true", 409, "PreconditionFailed")]
    public async Task A_create_only_write_is_named_as_the_store_wants_it_and_its_refusal_is_understood(
        CreateOnlyWrite createOnly, string header, string value, int status, string code)
    {
        var writes = 0;
        using var stub = new StubStore(_ => ++writes == 1 ? (200, "") : (status, code));
        using var store = stub.Open(createOnly);
        Assert.True(await store.CreateAsync("lock", [1], default));
        Assert.False(await store.CreateAsync("lock", [2], default));
        Assert.All(stub.Requests, request => Assert.Equal(value, request.Headers[header]));
        Assert.All(stub.Requests, request => Assert.Contains(header, request.Headers["Authorization"]!, StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith(header, store.CreateOnlyWrite, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_travel_as_they_are_with_a_digest_and_without_chunks()
    {
        using var stub = new StubStore(_ => (200, ""));
        using var store = stub.Open();
        await store.PutAsync("a", new MemoryStream(Encoding.UTF8.GetBytes("干细胞")), HeaderSet.None, default);
        var headers = stub.Requests.Single().Headers;
        Assert.Equal("9", headers["Content-Length"]);
        Assert.Equal(24, headers["Content-MD5"]!.Length);
        Assert.DoesNotContain("STREAMING", headers["x-amz-content-sha256"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(headers.AllKeys, name => name!.Contains("checksum", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(403, "RequestTimeTooSkewed", "publish/clock-skew", false)]
    [InlineData(403, "AccessDenied", "publish/not-allowed", false)]
    [InlineData(403, "SignatureDoesNotMatch", "publish/credentials-refused", false)]
    [InlineData(404, "NoSuchBucket", "publish/no-bucket", false)]
    [InlineData(507, "QuotaExceeded", "publish/disk-full", false)]
    [InlineData(400, "InvalidRequest", "publish/store-failed", false)]
    [InlineData(400, "BadDigest", "publish/store-failed", true)]
    [InlineData(503, "SlowDown", "publish/store-failed", true)]
    [InlineData(500, "InternalError", "publish/store-failed", true)]
    [InlineData(429, "TooManyRequests", "publish/store-failed", true)]
    [InlineData(409, "OperationAborted", "publish/store-failed", true)]
    public async Task An_error_is_told_and_tried_again_only_where_that_may_help(int status, string code, string expected, bool isTransient)
    {
        using var stub = new StubStore(_ => (status, code));
        using var store = stub.Open();
        var fault = await Assert.ThrowsAsync<TargetFault>(() => store.PutAsync("a", new MemoryStream([1]), HeaderSet.None, default));
        Assert.Equal((expected, isTransient), (fault.Diagnostic.Code, fault.IsTransient));
    }

    [Fact]
    public async Task A_store_without_create_only_writes_cannot_be_used()
    {
        using var stub = new StubStore(_ => (501, "NotImplemented"));
        using var store = stub.Open();
        var fault = await Assert.ThrowsAsync<TargetFault>(() => store.CreateAsync("lock", [1], default));
        Assert.Equal("publish/no-create-only", fault.Diagnostic.Code);
    }

    [Fact]
    public async Task A_line_that_breaks_is_worth_another_try()
    {
        var stub = new StubStore(_ => (200, ""));
        using var store = stub.Open();
        stub.Dispose();
        var fault = await Assert.ThrowsAsync<TargetFault>(() => store.GetAsync("a", default));
        Assert.Equal(("publish/unreachable", true), (fault.Diagnostic.Code, fault.IsTransient));
    }
}
