using FsCheck.Xunit;
using StaticSite.Read;

namespace StaticSite.Tests.Read;

public sealed class PictureSizeTests
{
    private static readonly Dictionary<string, string> Pictures = new()
    {
        ["png"] = "89504E470D0A1A0A 0000000D49484452 00000140 000000F0 0806000000",
        ["gif"] = "474946383961 4001 F000 F70000",
        ["jpeg"] = "FFD8 FFE000104A46494600010100000100010000 FFC0001108 00F0 0140 03012200021101031101",
        ["jpeg lying on its side"] =
            "FFD8 FFE1 0022 457869660000 4D4D002A00000008 0001 0112 0003 00000001 0006 0000 00000000 FFC2001108 0140 00F0 03012200021101031101",
        ["webp, lossy"] = "52494646 00000000 57454250 56503820 00000000 000000 9D012A 4001 F000 00000000",
        ["webp, lossless"] = "52494646 00000000 57454250 5650384C 00000000 2F 3FC13B00 0000000000",
        ["webp, extended"] = "52494646 00000000 57454250 56503858 0A000000 00000000 3F0100 EF0000",
        ["avif"] =
            "0000001C 66747970 61766966 00000000 61766966 6D696631 6D696166"
            + "00000054 6D657461 00000000 00000048 69707270 00000040 6970636F"
            + "00000014 69737065 00000000 00000010 00000010 00000014 69737065 00000000 00000140 000000F0 00000010 70697869 0000000003080808",
    };

    public static TheoryData<string> Kinds => new(Pictures.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_size_is_found(string kind) => Assert.Equal((320, 240), Find(Bytes(kind)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_that_is_cut_off_has_no_wrong_size(string kind)
    {
        var bytes = Bytes(kind);

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.True(Find(bytes[..length]) is null or (320, 240) or (16, 16)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("89504E470D0A1A0A 0000000D49484452 00000000 000000F0 0806000000")]
    [InlineData("89504E470D0A1A0A 0000000D49484452 FFFFFFFF 000000F0 0806000000")]
    [InlineData("3C73766720786D6C6E733D")]
    [InlineData("FFD8 FFE00000 FFE00000 FFE00000 FFE00000")]
    public void What_is_no_picture_has_no_size(string hex) => Assert.Null(Find(Hex(hex)));

    [Property(MaxTest = 300)]
    public bool Broken_pictures_are_no_exceptions(byte[] noise, byte kind, byte place)
    {
        var bytes = Bytes(Pictures.Keys.ElementAt(kind % Pictures.Count));
        noise.AsSpan(0, Math.Min(noise.Length, bytes.Length - (place % bytes.Length))).CopyTo(bytes.AsSpan(place % bytes.Length));
        return Find(bytes) is null or ( > 0, > 0);
    }

    private static byte[] Bytes(string kind) => Hex(Pictures[kind]);

    private static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    private static (int Width, int Height)? Find(byte[] bytes) => PictureSize.Find(new MemoryStream(bytes));
}
