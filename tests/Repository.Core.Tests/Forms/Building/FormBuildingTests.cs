using Repository.Core.Forms;
using Repository.Core.Forms.Building;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Tests.Forms.Building;

public sealed class FormBuildingTests
{
    private static readonly FormField One = AForm.Text("uno");
    private static readonly FormField Two = AForm.Text("dos");
    private static readonly FormField Three = AForm.Text("tres");

    private static readonly FormDefinition Form = AForm.OfPages(
        new FormPage("A", null, [Set("a", new FieldColumn("", 6, [One, Two]), new FieldColumn("", 6, [])), Set("b")]),
        new FormPage("B", null, [Set("c", new FieldColumn("", 0, [Three]))]));

    [Fact]
    public void a_question_moves_within_its_column_and_on_to_the_next() =>
        Assert.Multiple(
            () => Assert.Equal("dos uno||||tres", Told(Form.MoveField(One.Id, 1))),
            () => Assert.Equal("uno|dos|||tres", Told(Form.MoveField(Two.Id, 1))),
            () => Assert.Equal("uno dos|||tres|", Told(Form.MoveField(Three.Id, -1))),
            () => Assert.Same(Form, Form.MoveField(One.Id, -1)),
            () => Assert.Same(Form, Form.MoveField(Three.Id, 1)),
            () => Assert.Same(Form, Form.MoveField(Guid.NewGuid(), 1)));

    [Fact]
    public void a_fieldset_moves_on_to_the_neighbouring_page_with_everything_in_it()
    {
        var moved = Form.MoveFieldset(Form.Pages[1].Fieldsets[0].Id, -1);

        Assert.Equal(["a", "b", "c"], moved.Pages[0].Fieldsets.Select(set => set.Caption));
        Assert.Empty(moved.Pages[1].Fieldsets);
        Assert.Equal("uno dos||||tres", Told(moved));
    }

    [Fact]
    public void a_question_is_put_at_a_place_counted_without_it() =>
        Assert.Multiple(
            () => Assert.Equal("dos uno||||tres", Told(Form.PlaceField(One.Id, Form.Pages[0].Fieldsets[0].Id, 0, 1))),
            () => Assert.Equal("dos|uno|||tres", Told(Form.PlaceField(One.Id, Form.Pages[0].Fieldsets[0].Id, 1, 0))),
            () => Assert.Equal("dos||||tres uno", Told(Form.PlaceField(One.Id, Form.Pages[1].Fieldsets[0].Id, 0, 99))),
            () => Assert.Same(Form, Form.PlaceField(Guid.NewGuid(), Form.Pages[1].Fieldsets[0].Id, 0, 0)),
            () => Assert.Same(Form, Form.PlaceField(One.Id, Form.Pages[1].Fieldsets[0].Id, 4, 0)));

    [Fact]
    public void no_step_loses_or_doubles_a_question()
    {
        var random = new Random(7);
        var form = Form;

        for (var step = 0; step < 500; step++)
        {
            var (field, set, by) = (new[] { One, Two, Three }[random.Next(3)].Id, form.Fieldsets().ElementAt(random.Next(form.Fieldsets().Count())).Id, random.Next(2) == 0 ? -1 : 1);
            form = random.Next(8) switch
            {
                4 => form.PlaceField(field, set, random.Next(-1, 3), random.Next(4)),
                5 => form.PlaceFieldset(set, random.Next(-1, 3), random.Next(4)),
                6 => form.PlacePage(random.Next(-1, 3), random.Next(-1, 4)),
                0 => form.MovePage(random.Next(-1, 3), by),
                1 => form.MoveFieldset(set, by),
                2 => form.ChangeFieldset(set, there => there.WithoutColumn(random.Next(-1, 3))),
                3 => form.ChangeFieldset(set, there => there.Columns.Length < 3 ? there.WithColumn() : there),
                _ => form.MoveField(field, by),
            };
        }

        Assert.Equal(["dos", "tres", "uno"], form.Fields().Select(field => field.Alias).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void a_new_question_gets_a_name_of_its_own() =>
        Assert.Multiple(
            () => Assert.Equal("que_mas_hay", FieldAlias.Of("¿Qué más hay?", Form)),
            () => Assert.Equal("uno_2", FieldAlias.Of("¡Uno!", Form)),
            () => Assert.Equal("p_2_veces", FieldAlias.Of("2 veces", Form)),
            () => Assert.Equal("p", FieldAlias.Of("🌽", Form)),
            () => Assert.True(FieldAlias.Of(new string('a', 300), Form).Length <= FormLimits.Alias));

    [Fact]
    public void what_is_built_step_by_step_holds_together()
    {
        var form = new FormDefinition { Key = Guid.NewGuid(), Alias = "nuevo", Name = "Nuevo" }.WithPage("Única");
        form = form.WithFieldset(0, "Otro");
        foreach (var kind in (IFieldKind[])[FieldKinds.ShortAnswer, FieldKinds.LongAnswer, FieldKinds.Checkbox, FieldKinds.Heading])
        {
            form = form.WithField(form.Pages[0].Fieldsets[1].Id, 0, new FormField { Id = Guid.NewGuid(), Alias = FieldAlias.Of("Pregunta", form), Caption = "Pregunta", Type = kind.Id });
        }

        Assert.IsType<FormCompilation.Built>(Core.Forms.Form.Compile(form));
        Assert.Equal(["pregunta", "pregunta_2", "pregunta_3", "pregunta_4"], form.Fields().Select(field => field.Alias));
    }

    private static Fieldset Set(string caption, params FieldColumn[] columns) => new(Guid.NewGuid(), caption, null, columns.Length == 0 ? [new FieldColumn("", 0, []), new FieldColumn("", 0, [])] : [.. columns]);

    private static string Told(FormDefinition form) => string.Join('|', form.Columns().Select(column => string.Join(' ', column.Fields.Select(field => field.Alias))));
}
