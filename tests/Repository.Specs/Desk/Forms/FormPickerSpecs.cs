using AngleSharp.Html.Dom;

namespace Repository.Specs.Desk.Forms;

/// <summary>The form of a page is chosen among those in force.</summary>
public sealed class FormPickerSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    [Fact]
    public async Task the_forms_in_force_are_on_offer_by_name()
    {
        using var ana = desk.Somebody();
        var page = await ana.OpenAsync(desk.One("formPage"));
        var select = Assert.IsAssignableFrom<IHtmlSelectElement>(page.Page.QuerySelector("select[name='v/form']"));

        Assert.Equal(desk.Book.All.Select(form => form.Definition.Name).Order(StringComparer.Ordinal), select.Options.Skip(1).Select(option => option.Text).Order(StringComparer.Ordinal));

        page["v/form"] = FormsDesk.Contact.ToString("d");
        await ana.SendAsync(page);

        Assert.Equal(FormsDesk.Contact, Guid.Parse((await desk.DraftAsync(desk.One("formPage"))).Content.Value("form")!));
    }
}
