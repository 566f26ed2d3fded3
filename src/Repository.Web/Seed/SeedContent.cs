using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Web.Seed;

/// <summary>All of the seed: the items, the forms, and the files that are made with them. The same facts always give the same bytes.</summary>
internal sealed class SeedContent
{
    private SeedContent(IReadOnlyList<StoredItem> items, ImmutableArray<FormDefinition> forms, MediaLibrary media)
    {
        Items = items;
        Forms = forms;
        Media = media;
    }

    public IReadOnlyList<StoredItem> Items { get; }

    public ImmutableArray<FormDefinition> Forms { get; }

    public MediaLibrary Media { get; }

    public static SeedContent Grow(ContentSchema schema, ContentValidation validation, Facts facts)
    {
        var bed = new SeedBed(schema, validation);
        var media = new MediaLibrary(bed, facts);
        MaterialFiles.Add(media, facts);
        RulingDrawings.Add(facts, media);
        Sections.Add(bed, media);
        var words = new Vocabularies(bed, facts);
        Municipalities.Add(bed, facts, words);
        Documents.Add(bed, facts, words);
        Glossary.Add(bed, facts, words);
        Actors.Add(bed, facts, words);
        new Plans(bed, words).Add(facts);
        StateExercises.Add(bed, facts, words);
        new Programmes(bed, words).Add(facts);
        new Practices(bed, words).Add(facts);
        new Rulings(bed, words, media).Add(facts);
        new Datasets(bed, words, media).Add(facts);
        new Catalogues(bed, words, media).Add(facts);
        Calls.Add(bed, facts, words);
        new Materials(bed, words, media).Add(facts);
        Pages.Add(bed, facts, media);
        SeedForms.Add(bed);
        return new SeedContent(bed.Harvest(), SeedForms.Made(facts), media);
    }
}
