using Repository.Core.Content;
using Repository.Core.Editors;

namespace Repository.Core.Tests.Content;

public sealed class ReferencesTests
{
    private static readonly ContentValidation Validation = ASchema.Validation();
    private static readonly Guid Source = Guid.NewGuid();
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Two = Guid.NewGuid();

    [Fact]
    public void a_pointer_is_kept_once_for_each_property()
    {
        var (draft, published) = (ANote($"{ASchema.Udi(One)},{ASchema.Udi(One)}"), ANote($"{ASchema.Udi(Two)},{ASchema.Udi(One)}"));

        var references = References.Of(Source, [draft, published]);

        Assert.Equal([new StoredReference(Source, One, "related"), new StoredReference(Source, Two, "related")], references);
    }

    [Fact]
    public void copied_pointers_lead_to_the_copies_and_others_stay()
    {
        var copy = Guid.NewGuid();
        var note = ANote($"{ASchema.Udi(One)},{ASchema.Udi(Two)}");

        var content = References.Repoint(note, new Dictionary<Guid, Guid> { [One] = copy });

        Assert.Equal($"{ASchema.Udi(copy)},{ASchema.Udi(Two)}", content.Value("related"));
    }

    [Fact]
    public void content_that_points_to_nothing_copied_stays_the_same_instance()
    {
        var note = ANote(ASchema.Udi(Two));

        var content = References.Repoint(note, new Dictionary<Guid, Guid> { [One] = Source });

        Assert.Same(note.Content, content);
    }

    [Fact]
    public void a_pointer_leads_to_an_item_of_its_kind_outside_the_bin()
    {
        var item = new Item { Key = One, Kind = ItemKind.Document, Type = "note", CreatedAt = DateTimeOffset.UnixEpoch, CreatedBy = "ana" };
        var pointer = new ItemReference(ReferenceKind.Document, One);

        Assert.Null(References.Refusal(pointer, item));
        Assert.Equal(Refusals.TargetMissing, References.Refusal(pointer, null));
        Assert.Equal(Refusals.TargetMissing, References.Refusal(pointer, item with { Kind = ItemKind.Media }));
        Assert.Equal(Refusals.TargetInBin, References.Refusal(pointer, item with { Trashed = true }));
    }

    private static ItemReading ANote(string related) => Validation.Read(Validation.Schema.DocumentType("note")!, ItemContent.Named("Nota").With("related", related));
}
