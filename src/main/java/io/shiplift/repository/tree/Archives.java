package io.shiplift.repository.tree;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads zip and tar.gz archives as they arrive. Nothing is unpacked to the disk, links
 * are passed over, and an archive that tries to leave its directory is refused.
 */
public final class Archives {

	private Archives() {
	}

	/**
	 * Reads an archive.
	 * @throws TooMuch if it is too large or unfolds to too much, or is not safe
	 */
	public static SourceTree read(InputStream content, Limits limits) throws IOException {
		MessageDigest digest = sha256();
		Counting arriving = new Counting(content, limits);
		BufferedInputStream in = new BufferedInputStream(new DigestInputStream(arriving, digest));
		in.mark(4);
		byte[] head = in.readNBytes(4);
		in.reset();
		TreeBuilder tree = new TreeBuilder(limits);
		try {
			entries(in, head, tree, new Unfolding(arriving, limits));
		}
		catch (TooMuch ex) {
			throw ex;
		}
		catch (ZipException | IllegalArgumentException | ArithmeticException ex) {
			throw damaged();
		}
		catch (IOException ex) {
			throw arriving.failed() ? ex : damaged();
		}
		in.transferTo(OutputStream.nullOutputStream());
		return tree.build(HexFormat.of().formatHex(digest.digest()));
	}

	private static void entries(InputStream in, byte[] head, TreeBuilder tree, Unfolding unfolding) throws IOException {
		if (head.length == 4 && head[0] == 'P' && head[1] == 'K') {
			each(new ZipArchiveInputStream(in), tree, unfolding::watch);
		}
		else if (head.length == 4 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
			each(new TarArchiveInputStream(unfolding.watch(gzip(in))), tree, UnaryOperator.identity());
		}
		else {
			throw new TooMuch("This is neither a zip nor a tar.gz archive. Make one with: git archive -o app.zip HEAD");
		}
	}

	private static void each(ArchiveInputStream<? extends ArchiveEntry> archive, TreeBuilder tree,
			UnaryOperator<InputStream> watch) throws IOException {
		for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
			String path = path(entry.getName());
			if (entry instanceof ZipArchiveEntry zip) {
				tree.expect(zip.getCompressedSize());
			}
			if (entry.isDirectory() || !plain(entry)) {
				tree.pass();
				continue;
			}
			InputStream content = watch.apply(archive);
			if (tree.wants(path, 0)) {
				tree.add(path, content, Math.max(0, entry.getSize()));
				content.transferTo(OutputStream.nullOutputStream());
			}
			else {
				content.transferTo(OutputStream.nullOutputStream());
				tree.name(path, Math.max(0, entry.getSize()));
			}
		}
	}

	private static InputStream gzip(InputStream in) throws IOException {
		return GzipCompressorInputStream.builder().setInputStream(in).setDecompressConcatenated(true).get();
	}

	private static boolean plain(ArchiveEntry entry) {
		return !(entry instanceof TarArchiveEntry tar) || tar.getLinkFlag() == TarConstants.LF_NORMAL
				|| tar.getLinkFlag() == TarConstants.LF_OLDNORM;
	}

	/** A path that stays inside. */
	private static String path(String name) throws TooMuch {
		String path = name.startsWith("./") ? name.substring(2) : name;
		boolean leaves = path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0
				|| path.matches("[A-Za-z]:.*") || ("/" + path + "/").contains("/../") || path.length() > 1000;
		if (leaves) {
			throw new TooMuch(
					"An entry of the archive has a name that leads out of it. It is not safe, so nothing of it was read.");
		}
		return path;
	}

	private static TooMuch damaged() {
		return new TooMuch(
				"The archive is damaged or cut off. Make it again, for example with: git archive -o app.zip HEAD");
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
