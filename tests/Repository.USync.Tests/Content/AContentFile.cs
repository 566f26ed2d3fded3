using Repository.Core.Content;
using Repository.USync.Content;

namespace Repository.USync.Tests.Content;

internal static class AContentFile
{
    public static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static ContentFile Named(string name, ItemKind kind = ItemKind.Document) => new()
    {
        Key = new Guid("0b9b7f0c-2a53-4cde-8a5b-0c1d2e3f4a5b"),
        Kind = kind,
        Name = name,
        Path = "/X",
        ContentType = "practica",
        CreateDate = Noon,
    };

    /// <summary>The document of the contract, section 7.</summary>
    public static ContentFile Tequio => (Named("Tequio") with
    {
        Level = 3,
        ParentKey = new Guid("4e1f7d02-9a6b-4f7c-8c55-1b2a3c4d5e6f"),
        ParentName = "Prácticas",
        Path = "/Inicio/Practicas/Tequio",
        CreateDate = new DateTime(2026, 2, 3, 15, 4, 5, DateTimeKind.Utc),
        Published = true,
    })
        .WithName("es-MX", "Tequio", published: true)
        .WithName("en-US", "Communal work", published: false)
        .With("resumen", "La asamblea reparte los días de trabajo.", "es-MX")
        .With("resumen", "", "en-US")
        .With("participantes", "64");

    /// <summary>The media item of the contract, section 8.</summary>
    public static ContentFile Assembly => (Named("Asamblea paso a paso", ItemKind.Media) with
    {
        Key = new Guid("c0ffee00-1111-4222-8333-444455556666"),
        Level = 2,
        ParentKey = new Guid("2a7b9c3d-6e5f-4a1b-8c2d-9e0f1a2b3c4d"),
        ParentName = "Infografias",
        Path = "/Infografias/AsambleaPasoAPaso",
        ContentType = "Image",
    })
        .With("umbracoFile", """
            {
              "src": "/media/k3p9x2ab/asamblea-paso-a-paso.png",
              "crops": [],
              "focalPoint": {
                "left": 0.5,
                "top": 0.33
              }
            }
            """)
        .With("altText", "Cinco viñetas con los pasos de una asamblea");
}
