using NonLitigation.Odr.Domain.Accounts;

namespace NonLitigation.Odr.Domain.Tests.Accounts;

public sealed class ReadingAContact
{
    [Theory]
    [InlineData("13800005678", "13800005678", "138****5678")]
    [InlineData(" +86 138-0000-5678 ", "13800005678", "138****5678")]
    [InlineData("008613800005678", "13800005678", "138****5678")]
    [InlineData("１３８００００５６７８", "13800005678", "138****5678")]
    [InlineData("+65 9123 4567", "+6591234567", "+65****4567")]
    [InlineData("Li.Haisheng@Example.ORG", "li.haisheng@example.org", "l***@example.org")]
    public void Gives_one_normal_form(string typed, string normal, string masked)
    {
        Assert.True(Contact.TryParse(typed, out var contact));
        Assert.Equal((normal, masked), (contact.Value, contact.Masked));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("23800005678")]
    [InlineData("138000056789")]
    [InlineData("+0123456789")]
    [InlineData("a@b")]
    [InlineData("a b@example.org")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("<script>@example.org")]
    public void Refuses_what_reaches_nobody(string? typed) => Assert.False(Contact.TryParse(typed, out _));
}
