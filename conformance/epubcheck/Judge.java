import com.adobe.epubcheck.tool.EpubChecker;

/** EPUBCheck on many books in one process: `java -cp epubcheck.jar Judge.java BOOK REPORT [BOOK REPORT]…` writes a report in JSON for each. */
final class Judge {
  public static void main(String[] books) {
    for (int index = 0; index + 1 < books.length; index += 2) {
      new EpubChecker().run(new String[] {books[index], "--json", books[index + 1], "--quiet"});
    }
  }
}
