using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml;

namespace Repository.Web.Media.Intake;

/// <summary>What may stand in an SVG that is kept. Whatever is not named here is not kept: no scripts, no event handlers, no foreign objects, no animation of links, nothing from elsewhere.</summary>
internal static partial class SvgAllowed
{
    public const string Namespace = "http://www.w3.org/2000/svg";
    public const string XLink = "http://www.w3.org/1999/xlink";
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal,
        "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
        "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode",
        "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        StringComparer.Ordinal,
        // What and where.
        "id", "class", "style", "lang", "role", "tabindex", "version", "baseProfile", "viewBox", "preserveAspectRatio", "transform", "transform-origin", "x", "y", "x1", "y1", "x2", "y2", "z", "cx", "cy", "r",
        "rx", "ry", "fx", "fy", "fr", "dx", "dy", "d", "points", "width", "height", "rotate", "textLength", "lengthAdjust", "startOffset", "method", "spacing", "side", "pathLength", "systemLanguage",
        // Gradients, patterns, markers, masks.
        "offset", "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits", "maskUnits", "maskContentUnits", "markerWidth",
        "markerHeight", "markerUnits", "refX", "refY", "orient",
        // Filters.
        "filterUnits", "primitiveUnits", "in", "in2", "result", "type", "values", "mode", "operator", "k1", "k2", "k3", "k4", "order", "kernelMatrix", "divisor", "bias", "targetX", "targetY", "edgeMode",
        "kernelUnitLength", "preserveAlpha", "surfaceScale", "diffuseConstant", "specularConstant", "specularExponent", "limitingConeAngle", "pointsAtX", "pointsAtY", "pointsAtZ", "azimuth", "elevation", "scale",
        "xChannelSelector", "yChannelSelector", "stdDeviation", "radius", "baseFrequency", "numOctaves", "seed", "stitchTiles", "tableValues", "slope", "intercept", "amplitude", "exponent",
        // Looks.
        "alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color", "color-interpolation", "color-interpolation-filters", "color-rendering", "cursor", "direction", "display",
        "dominant-baseline", "enable-background", "fill", "fill-opacity", "fill-rule", "filter", "flood-color", "flood-opacity", "font", "font-family", "font-feature-settings", "font-kerning", "font-size",
        "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight", "glyph-orientation-horizontal", "glyph-orientation-vertical", "image-rendering", "isolation", "kerning",
        "letter-spacing", "lighting-color", "line-height", "marker", "marker-end", "marker-mid", "marker-start", "mask", "mask-type", "mix-blend-mode", "opacity", "overflow", "paint-order", "pointer-events",
        "shape-rendering", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width",
        "text-anchor", "text-align", "text-decoration", "text-overflow", "text-rendering", "unicode-bidi", "vector-effect", "visibility", "white-space", "word-spacing", "writing-mode");

    public static bool IsElement(XmlReader element) => element.NamespaceURI == Namespace && Elements.Contains(element.LocalName);

    public static bool IsWrapping(XmlReader element) => element.NamespaceURI == Namespace && element.LocalName == "a";

    /// <summary>The attribute the reader stands at.</summary>
    public static bool IsAttribute(XmlReader attribute) => (attribute.NamespaceURI, attribute.LocalName) switch
    {
        ("" or XLink, "href") => IsHarmlessReference(attribute.Value),
        (Xml, "lang" or "space") => true,
        ("", var name) when name.StartsWith("aria-", StringComparison.Ordinal) => true,
        ("", var name) => Attributes.Contains(name) && IsHarmlessStyle(attribute.Value),
        _ => false,
    };

    /// <summary>Styles reach outside by an address, by an import, or by what old browsers ran; an escape could spell any of them.</summary>
    public static bool IsHarmlessStyle(string style) => !Reaching().IsMatch(style);

    /// <summary>A part of the drawing itself, or a picture that stands in it.</summary>
    private static bool IsHarmlessReference(string address) => address.StartsWith('#') || Picture().IsMatch(address);

    [GeneratedRegex("""\\|@import|@font-face|@namespace|expression|javascript|vbscript|behaviou?r|-moz-binding|image-set|src\s*\(|url\s*\((?!\s*["']?\s*#)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reaching();

    [GeneratedRegex(@"\Adata:image/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();
}
