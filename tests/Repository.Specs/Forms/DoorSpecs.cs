namespace Repository.Specs.Forms;

/// <summary>One table of cases, sent by both doors: what is kept and what is wrong are the same. The browser that runs scripts has the same table (Repository.Browser.Tests).</summary>
public sealed class DoorSpecs(FormsSite forms) : IClassFixture<FormsSite>
{
    public static TheoryData<string> Cases => FormCase.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task a_program_sends(string name)
    {
        var sent = FormCase.Named(name);

        var outcome = await new WireSender(forms.Site).SendAsync(sent);

        await outcome.ProveAsync(sent, forms.Site);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task a_person_without_scripts_sends(string name)
    {
        var sent = FormCase.Named(name);
        using var person = new PageSender(forms.Site);

        var outcome = await person.SendAsync(sent);

        await outcome.ProveAsync(sent, forms.Site, isByPages: true);
    }
}
