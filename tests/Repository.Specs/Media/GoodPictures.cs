using Repository.Testing;

namespace Repository.Specs.Media;

/// <summary>Pictures that a camera, a scanner or a drawing program might make. All are 800 by 600 where nothing else is said, in four stripes.</summary>
internal static class GoodPictures
{
    private static readonly (byte, byte, byte, byte)[] HalfThere = [(200, 30, 30, 255), (30, 200, 30, 0), (30, 30, 200, 128), (220, 220, 40, 255)];

    public static IEnumerable<(string Name, byte[] Bytes)> In(TemporaryFolder workshop)
    {
        var picture = new APicture(800, 600);
        yield return Made("photo.jpg", "photo.jpg[Q=95]", picture);
        yield return Made("plain.jpg", "plain.jpg", picture);
        yield return ("turned.jpg", Turned("turned.jpg"));
        yield return ("turned.png", Turned("turned.png"));
        yield return ("turned.webp", Turned("turned.webp"));
        yield return ("logo.png", picture.Striped(HalfThere).Png());
        yield return Made("logo.webp", "logo.webp[lossless]", picture.Striped(HalfThere));
        yield return Made("logo.gif", "logo.gif", picture.Striped((200, 30, 30, 255), (30, 200, 30, 0), (30, 30, 200, 255), (220, 220, 40, 255)));
        yield return Made("moving.gif", "moving.gif[page-height=200]", picture);
        yield return Made("moving.webp", "moving.webp[page-height=200]", picture);
        yield return ("deep.png", Derived("deep.png", "colourspace", "rgb16"));
        yield return ("grey.jpg", Derived("grey.jpg", "colourspace", "b-w"));
        yield return ("grey16.png", Derived("grey16.png", "colourspace", "grey16"));
        yield return ("cmyk.jpg", Derived("cmyk.jpg", "icc_transform", "cmyk", "--input-profile", "srgb"));
        yield return ("wide.png", Derived("wide.png", "icc_transform", "p3", "--input-profile", "srgb"));
        yield return ("wrong-name.png", Read("photo.jpg"));
        yield return Made("tall.jpg", "tall.jpg", new APicture(40, 4000));
        yield return Made("tiny.png", "tiny.png", new APicture(4, 1));

        (string, byte[]) Made(string name, string written, APicture made)
        {
            made.Write(workshop.File(written));
            return (name, Read(name));
        }

        byte[] Read(string name) => File.ReadAllBytes(workshop.File(name));

        // Lying on its side, with the place where it was taken.
        byte[] Turned(string name)
        {
            picture.Write(workshop.File(name));
            Tool.Exiftool.Run("-q", "-overwrite_original", "-n", "-Orientation=6", "-GPSLatitude=17.06", "-GPSLatitudeRef=N", "-GPSLongitude=96.72", "-GPSLongitudeRef=W", "-Model=Cámara", workshop.File(name));
            return Read(name);
        }

        byte[] Derived(string name, string operation, params string[] words)
        {
            Tool.Vips.Run([operation, workshop.File("photo.jpg"), workshop.File(name), .. words]);
            return Read(name);
        }
    }
}
