using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Tests.Forms;

public sealed class FormCheckTests
{
    [Fact]
    public void fields_that_ask_each_other_in_a_circle_are_refused_with_the_way()
    {
        var first = AForm.Text("uno").When(AForm.Draft.ShowWhen("tres", "si"));
        var second = AForm.Text("dos").When(AForm.Draft.ShowWhen("uno", "si"));
        var third = AForm.Text("tres").When(AForm.Draft.ShowWhen("dos", "si"));

        var problem = Assert.Single(AForm.Problems(AForm.Definition(first, second, third)));

        Assert.Equal("Las condiciones se preguntan en círculo: uno → tres → dos → uno.", problem.Reason);
    }

    [Fact]
    public void a_page_that_is_shown_by_a_field_on_itself_is_a_circle()
    {
        var page = FormDraft.Page("Única", AForm.Draft.Set("todo", "", AForm.Text("uno"))).When(AForm.Draft.ShowWhen("uno", "si"));

        var problem = Assert.Single(AForm.Problems(AForm.OfPages(page)));

        Assert.Contains("en círculo: uno → uno.", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void everything_that_is_wrong_is_told_at_once()
    {
        var strange = AForm.Text("uno") with { Type = Guid.NewGuid() };
        var nameless = AForm.Text("con espacio");
        var twice = AForm.Text("dos");
        var asks = AForm.Text("tres").When(AForm.Draft.ShowWhen("nadie", "si"));
        var empty = AForm.Choice("cuatro");
        var pattern = AForm.Text("cinco") with { Pattern = @"(a)\1" };

        var reasons = AForm.Problems(AForm.Definition(strange, nameless, twice, twice with { Id = Guid.NewGuid(), Alias = "DOS" }, asks, empty, pattern)).Select(problem => problem.Reason).ToList();

        Assert.Contains(reasons, reason => reason.StartsWith("No hay un tipo de campo", StringComparison.Ordinal));
        Assert.Contains(reasons, reason => reason.StartsWith("El alias «con espacio» no sirve", StringComparison.Ordinal));
        Assert.Contains("Dos campos tienen el mismo alias.", reasons);
        Assert.Contains(reasons, reason => reason.StartsWith("La condición pregunta por un campo que no está", StringComparison.Ordinal));
        Assert.Contains("Faltan las opciones.", reasons);
        Assert.Contains(reasons, reason => reason.StartsWith("El patrón no se puede leer", StringComparison.Ordinal));
    }

    [Fact]
    public void a_heading_can_neither_be_required_nor_asked()
    {
        var heading = AForm.Draft.Field(FieldKinds.Heading, "titulo", "Título", required: true);
        var asks = AForm.Text("uno").When(AForm.Draft.ShowWhen("titulo", "si"));

        Assert.Equal(2, AForm.Problems(AForm.Definition(heading, asks)).Count);
    }

    [Fact]
    public void a_definition_comes_back_from_its_json_with_the_same_hash()
    {
        var definition = ContactDesign.Make();

        var back = FormJson.ReadDefinition(System.Text.Encoding.UTF8.GetString(FormJson.Write(definition)));

        Assert.Equal(FormJson.Hash(definition), FormJson.Hash(back));
        Assert.NotEqual(FormJson.Hash(definition), FormJson.Hash(definition with { SubmitLabel = "Mandar" }));
    }

    [Fact]
    public void ids_of_our_own_kinds_never_change()
    {
        Assert.Equal(
            [
                "Short answer 3f92e01b-29e2-4a30-bf33-9df5580ed52c", "Long answer 023f09ac-1445-4bcb-b8fa-ab49f33bd046", "Dropdown 0dd29d42-a6a5-11de-a2f2-222256d89593",
                "Multiple choice fab43f20-a6bf-11de-a28f-9b5755d89593", "Single choice bd269d8e-a1c5-5f43-b67c-90971c4d32a5", "Checkbox d5c0c390-ae9a-11de-a69e-666455d89593",
                "Data consent a72c9df9-3847-47cf-afb8-b86773fd12cd", "Date d2d72a03-0efe-5eca-865b-4f6cb6284601", "Rating matrix 8defde25-4b16-5a69-9cb3-277db03cb06d", "Ranking 23cc71c9-92af-551a-a879-139436068723", "File upload a6ef338c-1e58-5d65-945b-7b4e8a0cf595",
                "Heading 2f503754-5061-552e-a00d-986d638add3f", "Municipality f0f258d0-5d80-5835-9656-4ee6f7abacac",
            ],
            FieldKinds.All.Select(kind => $"{kind.Name} {kind.Id}"));
    }
}
