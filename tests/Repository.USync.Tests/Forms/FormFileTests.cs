using System.Text;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Testing;

namespace Repository.USync.Tests.Forms;

public sealed class FormFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void the_golden_file_comes_back_byte_for_byte()
    {
        var golden = Golden.Bytes("formulario.config");
        Place("formulario.config", Golden.Text(golden));

        var (forms, problems) = new USyncFolder(_folder.Path).ReadForms();
        Assert.Empty(problems);
        new USyncFolder(_folder.Path).WriteForms(forms.Select(form => form.Definition));

        Assert.Equal(golden, File.ReadAllBytes(_folder.File("v17/Forms/formulario.config")));
    }

    [Fact]
    public void a_form_comes_back_with_the_same_hash()
    {
        var made = SeedForms.Made();

        new USyncFolder(_folder.Path).WriteForms(made);
        var (forms, problems) = new USyncFolder(_folder.Path).ReadForms();

        Assert.Empty(problems);
        Assert.Equal(made.Select(FormJson.Hash).Order(StringComparer.Ordinal), forms.Select(form => form.Hash).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void what_is_wrong_is_told_by_file_element_and_reason()
    {
        var text = Golden.Text("formulario.config")
            .Replace("Operator=\"Contains\"", "Operator=\"Contiene\"", StringComparison.Ordinal)
            .Replace("<Required>true</Required>", "<Required>tal vez</Required>", StringComparison.Ordinal);
        Place("roto.config", text);

        var (forms, problems) = new USyncFolder(_folder.Path).ReadForms();

        Assert.Empty(forms);
        Assert.All(problems, problem => Assert.Equal("v17/Forms/roto.config", problem.File));
        Assert.Contains(problems, problem => problem.Element.EndsWith("Condition/Rule", StringComparison.Ordinal) && problem.Reason.StartsWith("«Operator» no puede ser «Contiene»", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Element.EndsWith("Field/medios/Required", StringComparison.Ordinal) && problem.Reason == "«tal vez» no es «true» ni «false».");
    }

    [Fact]
    public void a_file_whose_form_does_not_hold_together_is_refused_like_one_that_cannot_be_read()
    {
        Place("roto.config", Golden.Text("formulario.config").Replace("Alias=\"cual\"", "Alias=\"medios\"", StringComparison.Ordinal));

        var (forms, problems) = new USyncFolder(_folder.Path).ReadForms();

        Assert.Empty(forms);
        Assert.Equal("v17/Forms/roto.config (Field/medios): Dos campos tienen el mismo alias.", Assert.Single(problems).ToString());
    }

    [Theory]
    [InlineData("<!DOCTYPE Form [<!ENTITY a \"b\">]><Form/>", "DTD")]
    [InlineData("<Form", "mal formado")]
    [InlineData("<Practice/>", "debe ser «Form»")]
    public void a_hostile_or_broken_file_is_a_problem_and_not_an_exception(string text, string told)
    {
        Place("roto.config", text);

        var (forms, problems) = new USyncFolder(_folder.Path).ReadForms();

        Assert.Empty(forms);
        Assert.Contains(told, Assert.Single(problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void the_seed_forms_are_what_the_designs_make_of_the_facts()
    {
        new USyncFolder(_folder.Path).WriteForms(SeedForms.Made());

        var made = Directory.GetFiles(_folder.File("v17/Forms")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);
        var kept = Directory.GetFiles(ProjectFolder.Find("uSync/v17/Forms")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);
        Assert.Equal(made.OrderBy(file => file.Key, StringComparer.Ordinal), kept.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void the_survey_asks_the_twelve_questions_of_its_source_under_their_own_ids()
    {
        var facts = SeedForms.Document("formulario-gobierno-abierto-2022").GetProperty("preguntas").EnumerateArray().ToList();

        var fields = SeedForms.Made()[0].Fields().ToDictionary(field => field.Alias, StringComparer.Ordinal);

        Assert.Equal(12, facts.Count);
        Assert.All(facts, question => Assert.Equal(question.GetProperty("texto").GetString(), fields[question.GetProperty("id").GetString()!].Caption));
        Assert.All(
            facts.Where(question => question.TryGetProperty("opciones", out _)),
            question => Assert.Equal(
                question.GetProperty("opciones").EnumerateArray().Select(option => (option.GetProperty("valor").ToString(), option.GetProperty("etiqueta").GetString())),
                fields[question.GetProperty("id").GetString()!].PreValues.Select(option => (option.Value, (string?)option.Caption))));
        Assert.False(fields["municipio"].Required);
        Assert.Equal(FieldKinds.Ranking.Id, fields["p11"].Type);
        Assert.Equal("5", fields["p11"].Setting("positions"));
        Assert.Equal(fields["p03"].Id, Assert.Single(fields["p03_otro"].Condition!.Rules).Field);
    }

    [Fact]
    public void the_documents_name_every_kind_with_its_id()
    {
        var lines = File.ReadAllLines(ProjectFolder.Find("docs/forms.md"));

        Assert.All(FieldKinds.All, kind => Assert.Contains(lines, line => line.StartsWith($"| {kind.Name} | `{kind.Id}` |", StringComparison.Ordinal)));
    }

    public void Dispose() => _folder.Dispose();

    private void Place(string name, string text)
    {
        Directory.CreateDirectory(_folder.File("v17/Forms"));
        File.WriteAllBytes(_folder.File($"v17/Forms/{name}"), Encoding.UTF8.GetBytes(text));
    }
}
