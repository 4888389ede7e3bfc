<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>A free studio that paints your photos in the style of any picture.</source>
   <translation>Un studio libre qui peint vos photos dans le style de n’importe quelle image.</translation>
  </message>
  <message>
   <source>About stylegui</source>
   <translation>À propos de stylegui</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Copié</translation>
  </message>
  <message>
   <source>Copy these facts</source>
   <translation>Copier ces informations</translation>
  </message>
  <message>
   <source>Free software under the MIT licence. Your pictures never leave this computer.</source>
   <translation>Logiciel libre sous licence MIT. Vos images ne quittent jamais cet ordinateur.</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message>
   <source>&amp;About stylegui</source>
   <translation>À &amp;propos de stylegui</translation>
  </message>
  <message>
   <source>&amp;Actual size</source>
   <translation>&amp;Taille réelle</translation>
  </message>
  <message>
   <source>&amp;Add styles…</source>
   <translation>&amp;Ajouter des styles…</translation>
  </message>
  <message>
   <source>&amp;Branch from this version</source>
   <translation>Repartir de &amp;cette version</translation>
  </message>
  <message>
   <source>&amp;Close window</source>
   <translation>&amp;Fermer la fenêtre</translation>
  </message>
  <message>
   <source>&amp;Compare</source>
   <translation>&amp;Comparer</translation>
  </message>
  <message>
   <source>&amp;Copy result</source>
   <translation>&amp;Copier le résultat</translation>
  </message>
  <message>
   <source>&amp;Delete this version</source>
   <translation>&amp;Supprimer cette version</translation>
  </message>
  <message>
   <source>&amp;Diagnosis…</source>
   <translation>&amp;Diagnostic…</translation>
  </message>
  <message>
   <source>&amp;Difference</source>
   <translation>&amp;Différence</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>É&amp;dition</translation>
  </message>
  <message>
   <source>&amp;Export…</source>
   <translation>Ex&amp;porter…</translation>
  </message>
  <message>
   <source>&amp;Favourite</source>
   <translation>&amp;Favori</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Fichier</translation>
  </message>
  <message>
   <source>&amp;Find a command…</source>
   <translation>&amp;Rechercher une commande…</translation>
  </message>
  <message>
   <source>&amp;Find a style</source>
   <translation>Rec&amp;hercher un style</translation>
  </message>
  <message>
   <source>&amp;Fit</source>
   <translation>A&amp;juster à la fenêtre</translation>
  </message>
  <message>
   <source>&amp;Flicker</source>
   <translation>&amp;Alternance</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>A&amp;ide</translation>
  </message>
  <message>
   <source>&amp;Hide panels</source>
   <translation>&amp;Masquer les panneaux</translation>
  </message>
  <message>
   <source>&amp;Hold the queue</source>
   <translation>&amp;Suspendre la file d’attente</translation>
  </message>
  <message>
   <source>&amp;Keyboard shortcuts</source>
   <translation>Raccourcis &amp;clavier</translation>
  </message>
  <message>
   <source>&amp;Lens</source>
   <translation>&amp;Loupe</translation>
  </message>
  <message>
   <source>&amp;Make a style…</source>
   <translation>&amp;Créer un style…</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>&amp;Manuel</translation>
  </message>
  <message>
   <source>&amp;More: larger lens, faster, stronger</source>
   <translation>&amp;Plus : loupe plus grande, plus vite, plus fort</translation>
  </message>
  <message>
   <source>&amp;New project</source>
   <translation>&amp;Nouveau projet</translation>
  </message>
  <message>
   <source>&amp;Newer version</source>
   <translation>Version plus &amp;récente</translation>
  </message>
  <message>
   <source>&amp;Older version</source>
   <translation>Version plus a&amp;ncienne</translation>
  </message>
  <message>
   <source>&amp;Open photo…</source>
   <translation>&amp;Ouvrir une photo…</translation>
  </message>
  <message>
   <source>&amp;Paint</source>
   <translation>&amp;Peindre</translation>
  </message>
  <message>
   <source>&amp;Paste as photo</source>
   <translation>Coller comme &amp;photo</translation>
  </message>
  <message>
   <source>&amp;Pause</source>
   <translation>&amp;Pause</translation>
  </message>
  <message>
   <source>&amp;Play its making</source>
   <translation>&amp;Lire sa genèse</translation>
  </message>
  <message>
   <source>&amp;Queue of pictures</source>
   <translation>&amp;File d’attente</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Quitter</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Rétablir</translation>
  </message>
  <message>
   <source>&amp;Side by side</source>
   <translation>&amp;Côte à côte</translation>
  </message>
  <message>
   <source>&amp;Start</source>
   <translation>&amp;Démarrer</translation>
  </message>
  <message>
   <source>&amp;Steps to undo</source>
   <translation>Étapes à ann&amp;uler</translation>
  </message>
  <message>
   <source>&amp;Turn the wipe</source>
   <translation>&amp;Tourner le rideau</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Annuler</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Affichage</translation>
  </message>
  <message>
   <source>&amp;Wipe</source>
   <translation>&amp;Rideau</translation>
  </message>
  <message>
   <source>1 star</source>
   <translation>1 étoile</translation>
  </message>
  <message>
   <source>2 stars</source>
   <translation>2 étoiles</translation>
  </message>
  <message>
   <source>3 stars</source>
   <translation>3 étoiles</translation>
  </message>
  <message>
   <source>4 stars</source>
   <translation>4 étoiles</translation>
  </message>
  <message>
   <source>5 stars</source>
   <translation>5 étoiles</translation>
  </message>
  <message>
   <source>A minute through the window, on a sample photo</source>
   <translation>Une minute pour découvrir la fenêtre, sur une photo d’exemple</translation>
  </message>
  <message>
   <source>Add pictures to the gallery of styles</source>
   <translation>Ajouter des images à la galerie de styles</translation>
  </message>
  <message>
   <source>Add to the end of the &amp;queue</source>
   <translation>Ajouter à la &amp;fin de la file d’attente</translation>
  </message>
  <message>
   <source>Begin no other picture when this one is done</source>
   <translation>Ne commencer aucune autre image une fois celle-ci terminée</translation>
  </message>
  <message>
   <source>Begin with nothing, set as it is now</source>
   <translation>Repartir de zéro, en gardant les réglages actuels</translation>
  </message>
  <message>
   <source>Copy engine and parameters of the version you see</source>
   <translation>Copier le moteur et les paramètres de la version affichée</translation>
  </message>
  <message>
   <source>Copy se&amp;ttings</source>
   <translation>Copier les ré&amp;glages</translation>
  </message>
  <message>
   <source>Copy the picture you see at its full size</source>
   <translation>Copier l’image affichée dans sa taille réelle</translation>
  </message>
  <message>
   <source>E&amp;xplore…</source>
   <translation>E&amp;xplorer…</translation>
  </message>
  <message>
   <source>Export a&amp;gain</source>
   <translation>Exporter à nou&amp;veau</translation>
  </message>
  <message>
   <source>Export ma&amp;king-of…</source>
   <translation>Exporter la &amp;genèse…</translation>
  </message>
  <message>
   <source>F&amp;ull screen</source>
   <translation>Plein é&amp;cran</translation>
  </message>
  <message>
   <source>Facts for somebody who helps you</source>
   <translation>Des informations pour qui vous vient en aide</translation>
  </message>
  <message>
   <source>Find anything by a few letters</source>
   <translation>Tout trouver en quelques lettres</translation>
  </message>
  <message>
   <source>History of &amp;versions</source>
   <translation>&amp;Historique des versions</translation>
  </message>
  <message>
   <source>Hold the brush, or go on</source>
   <translation>Suspendre le pinceau ou reprendre</translation>
  </message>
  <message>
   <source>Hold to see the original</source>
   <translation>Maintenir pour voir l’original</translation>
  </message>
  <message>
   <source>How everything works, page by page</source>
   <translation>Comment tout fonctionne, page par page</translation>
  </message>
  <message>
   <source>L&amp;ess: smaller lens, slower, weaker</source>
   <translation>&amp;Moins : loupe plus petite, moins vite, moins fort</translation>
  </message>
  <message>
   <source>Let Paint go on from this version, with its photo, styles and settings</source>
   <translation>Laisser Paint continuer à partir de cette version, avec sa photo, ses styles et ses réglages</translation>
  </message>
  <message>
   <source>Let a painter make a style in your colours</source>
   <translation>Faire créer un style à vos couleurs par un peintre</translation>
  </message>
  <message>
   <source>Li&amp;cences…</source>
   <translation>&amp;Licences…</translation>
  </message>
  <message>
   <source>Ma&amp;gnify more, turn on</source>
   <translation>Grossir davantag&amp;e, tourner</translation>
  </message>
  <message>
   <source>Magnify less, turn &amp;back</source>
   <translation>Grossir moi&amp;ns, tourner en arrière</translation>
  </message>
  <message>
   <source>Mood bo&amp;ard…</source>
   <translation>Planche d’&amp;inspiration…</translation>
  </message>
  <message>
   <source>Ne&amp;xt way to compare</source>
   <translation>Comparaison &amp;suivante</translation>
  </message>
  <message>
   <source>No ra&amp;ting</source>
   <translation>Sans no&amp;te</translation>
  </message>
  <message>
   <source>Open a &amp;sample photo</source>
   <translation>Ouvrir une photo d’e&amp;xemple</translation>
  </message>
  <message>
   <source>Open a photo to paint, or a project</source>
   <translation>Ouvrir une photo à peindre ou un projet</translation>
  </message>
  <message>
   <source>Open pro&amp;ject…</source>
   <translation>Ouvrir un pro&amp;jet…</translation>
  </message>
  <message>
   <source>Open the &amp;log folder</source>
   <translation>Ouvrir le dossier du &amp;journal</translation>
  </message>
  <message>
   <source>Pain&amp;ting panel</source>
   <translation>Panneau de &amp;peinture</translation>
  </message>
  <message>
   <source>Paint &amp;instead</source>
   <translation>Peindre à la p&amp;lace</translation>
  </message>
  <message>
   <source>Paint &amp;next</source>
   <translation>Peindre &amp;ensuite</translation>
  </message>
  <message>
   <source>Paint it after this picture, before all that wait</source>
   <translation>La peindre après cette image, avant toutes celles qui attendent</translation>
  </message>
  <message>
   <source>Paint the photo in the chosen style</source>
   <translation>Peindre la photo dans le style choisi</translation>
  </message>
  <message>
   <source>Paint the picture on the clipboard</source>
   <translation>Peindre l’image du presse-papiers</translation>
  </message>
  <message>
   <source>Paint with the settings you copied</source>
   <translation>Peindre avec les réglages que vous avez copiés</translation>
  </message>
  <message>
   <source>Paste as &amp;style</source>
   <translation>Coller comme &amp;style</translation>
  </message>
  <message>
   <source>Paste sett&amp;ings</source>
   <translation>Coller les rég&amp;lages</translation>
  </message>
  <message>
   <source>Pin styles, versions, pictures and notes</source>
   <translation>Épingler des styles, des versions, des images et des notes</translation>
  </message>
  <message>
   <source>Re&amp;ject</source>
   <translation>Re&amp;jeter</translation>
  </message>
  <message>
   <source>Rena&amp;me…</source>
   <translation>Reno&amp;mmer…</translation>
  </message>
  <message>
   <source>Result &amp;only</source>
   <translation>Rés&amp;ultat seul</translation>
  </message>
  <message>
   <source>S&amp;ettings…</source>
   <translation>Pré&amp;férences…</translation>
  </message>
  <message>
   <source>S&amp;top</source>
   <translation>&amp;Arrêter</translation>
  </message>
  <message>
   <source>Sa&amp;ve project</source>
   <translation>&amp;Enregistrer le projet</translation>
  </message>
  <message>
   <source>Save photo, styles, settings and all versions</source>
   <translation>Enregistrer la photo, les styles, les réglages et toutes les versions</translation>
  </message>
  <message>
   <source>Save projec&amp;t as…</source>
   <translation>Enregistrer le projet &amp;sous…</translation>
  </message>
  <message>
   <source>Save the making of a version as a film</source>
   <translation>Enregistrer la genèse d’une version sous forme de film</translation>
  </message>
  <message>
   <source>Save the result as a picture file</source>
   <translation>Enregistrer le résultat dans un fichier image</translation>
  </message>
  <message>
   <source>Search the gallery of styles</source>
   <translation>Chercher dans la galerie de styles</translation>
  </message>
  <message>
   <source>Second &amp;window</source>
   <translation>Secon&amp;de fenêtre</translation>
  </message>
  <message>
   <source>Several &amp;versions</source>
   <translation>Plusieurs &amp;versions</translation>
  </message>
  <message>
   <source>Show the o&amp;riginal</source>
   <translation>Afficher l’ori&amp;ginal</translation>
  </message>
  <message>
   <source>Show the result in a window of its own, such as on another screen</source>
   <translation>Afficher le résultat dans sa propre fenêtre, par exemple sur un autre écran</translation>
  </message>
  <message>
   <source>St&amp;yles panel</source>
   <translation>Panneau des &amp;styles</translation>
  </message>
  <message>
   <source>Stop here and keep the picture as it is</source>
   <translation>S’arrêter là et garder l’image telle quelle</translation>
  </message>
  <message>
   <source>Stop this picture and paint the new one in its place</source>
   <translation>Arrêter cette image et peindre la nouvelle à sa place</translation>
  </message>
  <message>
   <source>Swap s&amp;ides</source>
   <translation>&amp;Intervertir les côtés</translation>
  </message>
  <message>
   <source>Take the &amp;tour</source>
   <translation>Suivre la &amp;visite guidée</translation>
  </message>
  <message>
   <source>Try many settings at once on a sheet</source>
   <translation>Essayer de nombreux réglages à la fois sur une planche</translation>
  </message>
  <message>
   <source>V&amp;ersion</source>
   <translation>&amp;Version</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>Zoom &amp;avant</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>Zoom a&amp;rrière</translation>
  </message>
 </context>
 <context>
  <name>AddButton</name>
  <message>
   <source>Add</source>
   <translation>Ajouter</translation>
  </message>
  <message>
   <source>Add styles</source>
   <translation>Ajouter des styles</translation>
  </message>
  <message>
   <source>Add styles of your own. You can also drop pictures, folders and style packs here.</source>
   <translation>Ajoutez vos propres styles. Vous pouvez aussi déposer ici des images, des dossiers et des packs de styles.</translation>
  </message>
  <message>
   <source>Folder to watch…</source>
   <translation>Dossier à surveiller…</translation>
  </message>
  <message>
   <source>Pictures…</source>
   <translation>Images…</translation>
  </message>
  <message>
   <source>Style pack…</source>
   <translation>Pack de styles…</translation>
  </message>
 </context>
 <context>
  <name>AxisEditor</name>
  <message>
   <source>Any</source>
   <translation>Parmi tous</translation>
  </message>
  <message>
   <source>Chosen ones</source>
   <translation>Choisis</translation>
  </message>
  <message>
   <source>Favourites</source>
   <translation>Favoris</translation>
  </message>
  <message>
   <source>Mix of two styles</source>
   <translation>Mélange de deux styles</translation>
  </message>
  <message>
   <source>Other styles</source>
   <translation>D’autres styles</translation>
  </message>
  <message>
   <source>Same collection</source>
   <translation>Même collection</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
  <message>
   <source>in</source>
   <translation>en</translation>
  </message>
  <message>
   <source>{}: from</source>
   <translation>{} : de</translation>
  </message>
  <message>
   <source>{}: how many</source>
   <translation>{} : combien</translation>
  </message>
  <message>
   <source>{}: to</source>
   <translation>{} : à</translation>
  </message>
  <message>
   <source>{}: which styles</source>
   <translation>{} : quels styles</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Close this message</source>
   <translation>Fermer ce message</translation>
  </message>
 </context>
 <context>
  <name>Board</name>
  <message>
   <source>Align pins</source>
   <translation>Aligner les éléments</translation>
  </message>
  <message>
   <source>Bring to front</source>
   <translation>Mettre au premier plan</translation>
  </message>
  <message>
   <source>Colour of the note</source>
   <translation>Couleur de la note</translation>
  </message>
  <message>
   <source>Duplicate pin</source>
   <translation>Dupliquer l’élément</translation>
  </message>
  <message>
   <source>Duplicate {} pins</source>
   <translation>Dupliquer {} éléments</translation>
  </message>
  <message>
   <source>Move pin</source>
   <translation>Déplacer l’élément</translation>
  </message>
  <message>
   <source>Move {} pins</source>
   <translation>Déplacer {} éléments</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>Pin to the board</source>
   <translation>Épingler sur la planche</translation>
  </message>
  <message>
   <source>Pin {} things to the board</source>
   <translation>Épingler {} éléments sur la planche</translation>
  </message>
  <message>
   <source>Resize pin</source>
   <translation>Redimensionner l’élément</translation>
  </message>
  <message>
   <source>Resize {} pins</source>
   <translation>Redimensionner {} éléments</translation>
  </message>
  <message>
   <source>Send to back</source>
   <translation>Mettre à l’arrière-plan</translation>
  </message>
  <message>
   <source>Size of the words</source>
   <translation>Taille du texte</translation>
  </message>
  <message>
   <source>Space pins evenly</source>
   <translation>Répartir les éléments</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
  <message>
   <source>Take pin off the board</source>
   <translation>Retirer l’élément de la planche</translation>
  </message>
  <message>
   <source>Take {} pins off the board</source>
   <translation>Retirer {} éléments de la planche</translation>
  </message>
  <message>
   <source>Tidy up the board</source>
   <translation>Ranger la planche</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Write caption</source>
   <translation>Écrire la légende</translation>
  </message>
  <message>
   <source>Write note</source>
   <translation>Écrire la note</translation>
  </message>
  <message>
   <source>{} “{}”</source>
   <translation>{} « {} »</translation>
  </message>
 </context>
 <context>
  <name>BoardBar</name>
  <message>
   <source>Actual size (Ctrl+1)</source>
   <translation>Taille réelle (Ctrl+1)</translation>
  </message>
  <message>
   <source>Arrange</source>
   <translation>Disposer</translation>
  </message>
  <message>
   <source>Bring what is chosen in line</source>
   <translation>Aligner la sélection</translation>
  </message>
  <message>
   <source>Export the sheet…</source>
   <translation>Exporter la planche…</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>Épingler</translation>
  </message>
  <message>
   <source>Pin pictures, styles, versions or a palette</source>
   <translation>Épingler des images, des styles, des versions ou une palette</translation>
  </message>
  <message>
   <source>Put what is chosen, or all, in neat columns</source>
   <translation>Ranger la sélection, ou tout, en colonnes bien nettes</translation>
  </message>
  <message>
   <source>See everything</source>
   <translation>Tout voir</translation>
  </message>
  <message>
   <source>The chosen styles</source>
   <translation>Les styles choisis</translation>
  </message>
  <message>
   <source>The palette of the photo</source>
   <translation>La palette de la photo</translation>
  </message>
  <message>
   <source>The photo</source>
   <translation>La photo</translation>
  </message>
  <message>
   <source>The version you see</source>
   <translation>La version affichée</translation>
  </message>
  <message>
   <source>Tidy up</source>
   <translation>Ranger</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>Écrire une note</translation>
  </message>
  <message>
   <source>Zoom in (Ctrl++)</source>
   <translation>Zoom avant (Ctrl++)</translation>
  </message>
  <message>
   <source>Zoom out (Ctrl+-)</source>
   <translation>Zoom arrière (Ctrl+-)</translation>
  </message>
  <message>
   <source>Zoom {}</source>
   <translation>Zoom {}</translation>
  </message>
  <message>
   <source>{} ×  –  {} × {} px</source>
   <translation>{} ×  –  {} × {} px</translation>
  </message>
 </context>
 <context>
  <name>BoardMenu</name>
  <message>
   <source>Arrange</source>
   <translation>Disposer</translation>
  </message>
  <message>
   <source>Blend these {} styles</source>
   <translation>Mélanger ces {} styles</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>Bleu</translation>
  </message>
  <message>
   <source>Bottom edges</source>
   <translation>Bords inférieurs</translation>
  </message>
  <message>
   <source>Bring to front</source>
   <translation>Mettre au premier plan</translation>
  </message>
  <message>
   <source>Centres</source>
   <translation>Centres</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copier</translation>
  </message>
  <message>
   <source>Copy the colours</source>
   <translation>Copier les couleurs</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Dupliquer</translation>
  </message>
  <message>
   <source>Go to this version</source>
   <translation>Aller à cette version</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>Vert</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>Grand</translation>
  </message>
  <message>
   <source>Left edges</source>
   <translation>Bords gauches</translation>
  </message>
  <message>
   <source>Make a style in these colours…</source>
   <translation>Créer un style dans ces couleurs…</translation>
  </message>
  <message>
   <source>Middles</source>
   <translation>Milieux</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Paint in this style</source>
   <translation>Peindre dans ce style</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Coller</translation>
  </message>
  <message>
   <source>Pictures…</source>
   <translation>Images…</translation>
  </message>
  <message>
   <source>Pin its palette</source>
   <translation>Épingler sa palette</translation>
  </message>
  <message>
   <source>Right edges</source>
   <translation>Bords droits</translation>
  </message>
  <message>
   <source>Rose</source>
   <translation>Rose</translation>
  </message>
  <message>
   <source>See everything</source>
   <translation>Tout voir</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Tout sélectionner</translation>
  </message>
  <message>
   <source>Send to back</source>
   <translation>Mettre à l’arrière-plan</translation>
  </message>
  <message>
   <source>Space evenly across</source>
   <translation>Répartir horizontalement</translation>
  </message>
  <message>
   <source>Space evenly down</source>
   <translation>Répartir verticalement</translation>
  </message>
  <message>
   <source>Take off the board</source>
   <translation>Retirer de la planche</translation>
  </message>
  <message>
   <source>Tidy up</source>
   <translation>Ranger</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titre</translation>
  </message>
  <message>
   <source>Top edges</source>
   <translation>Bords supérieurs</translation>
  </message>
  <message>
   <source>Use as photo</source>
   <translation>Utiliser comme photo</translation>
  </message>
  <message>
   <source>Use as style</source>
   <translation>Utiliser comme style</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>White</source>
   <translation>Blanc</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Texte</translation>
  </message>
  <message>
   <source>Write</source>
   <translation>Écrire</translation>
  </message>
  <message>
   <source>Write a caption</source>
   <translation>Écrire une légende</translation>
  </message>
  <message>
   <source>Write a note here</source>
   <translation>Écrire une note ici</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>Jaune</translation>
  </message>
 </context>
 <context>
  <name>BoardView</name>
  <message>
   <source>Mood board</source>
   <translation>Planche d’inspiration</translation>
  </message>
  <message>
   <source>Tab walks from pin to pin, arrow keys move what is chosen, Enter opens it, Delete takes it off, Ctrl+V pins what is on the clipboard.</source>
   <translation>Tab passe d’un élément à l’autre, les flèches déplacent ce qui est sélectionné, Entrée l’ouvre, Suppr le retire, Ctrl+V épingle le contenu du presse-papiers.</translation>
  </message>
  <message>
   <source>{} – {} of {}</source>
   <translation>{} – {} sur {}</translation>
  </message>
 </context>
 <context>
  <name>BoardWindow</name>
  <message>
   <source>1 pin</source>
   <translation>1 élément</translation>
  </message>
  <message>
   <source>Mood board</source>
   <translation>Planche d’inspiration</translation>
  </message>
  <message>
   <source>Wheel zooms · Space and drag pans · double-click writes a note</source>
   <translation>Molette : zoom · Espace et glisser : déplacer · double-clic : note</translation>
  </message>
  <message>
   <source>{} of {} pins chosen</source>
   <translation>{} éléments sur {} sélectionnés</translation>
  </message>
  <message>
   <source>{} pins</source>
   <translation>{} éléments</translation>
  </message>
 </context>
 <context>
  <name>Boarding</name>
  <message>
   <source>Copied {}</source>
   <translation>{} copié</translation>
  </message>
  <message>
   <source>Export the sheet</source>
   <translation>Exporter la planche</translation>
  </message>
  <message>
   <source>From the board</source>
   <translation>De la planche</translation>
  </message>
  <message>
   <source>Painting in {} now.</source>
   <translation>Vous peignez maintenant dans le style {}.</translation>
  </message>
  <message>
   <source>Pin a palette</source>
   <translation>Épingler une palette</translation>
  </message>
  <message>
   <source>Pin pictures</source>
   <translation>Épingler des images</translation>
  </message>
  <message>
   <source>Pinned a palette of {} colours.</source>
   <translation>Une palette de {} couleurs est épinglée.</translation>
  </message>
  <message>
   <source>Pinning {} pictures…</source>
   <translation>{} images en cours d’épinglage…</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>« {} » est enregistré.</translation>
  </message>
  <message>
   <source>Saving “{}”…</source>
   <translation>Enregistrement de « {} »…</translation>
  </message>
  <message>
   <source>The main window shows {}.</source>
   <translation>La fenêtre principale affiche {}.</translation>
  </message>
  <message>
   <source>This version has been deleted; only its picture is still here.</source>
   <translation>Cette version a été supprimée ; seule son image est encore là.</translation>
  </message>
  <message>
   <source>board.png</source>
   <translation>planche.png</translation>
  </message>
  <message>
   <source>{} And {} more could not be pinned.</source>
   <translation>{} Et {} autres n’ont pas pu être épinglées.</translation>
  </message>
  <message>
   <source>{} · version {}</source>
   <translation>{} · version {}</translation>
  </message>
  <message>
   <source>“{}”</source>
   <translation>« {} »</translation>
  </message>
 </context>
 <context>
  <name>CanvasView</name>
  <message>
   <source>Canvas</source>
   <translation>Toile</translation>
  </message>
  <message>
   <source>Empty. Drop a photo here, or open one.</source>
   <translation>Vide. Déposez une photo ici ou ouvrez-en une.</translation>
  </message>
  <message>
   <source>Hold {} to see the photo.</source>
   <translation>Maintenez {} pour voir la photo.</translation>
  </message>
  <message>
   <source>Hold {} to see what it is compared with.</source>
   <translation>Maintenez {} pour voir l’élément de comparaison.</translation>
  </message>
  <message>
   <source>Shows a preview of the result.</source>
   <translation>Affiche un aperçu du résultat.</translation>
  </message>
  <message>
   <source>Shows the photo.</source>
   <translation>Affiche la photo.</translation>
  </message>
  <message>
   <source>Shows the picture being painted.</source>
   <translation>Affiche l’image en cours de peinture.</translation>
  </message>
  <message>
   <source>Shows the result.</source>
   <translation>Affiche le résultat.</translation>
  </message>
 </context>
 <context>
  <name>Closing</name>
  <message>
   <source>Close stylegui?</source>
   <translation>Fermer stylegui ?</translation>
  </message>
 </context>
 <context>
  <name>CollectionBox</name>
  <message>
   <source>Collection</source>
   <translation>Collection</translation>
  </message>
  <message>
   <source>{}, {} styles</source>
   <translation>{}, {} styles</translation>
  </message>
 </context>
 <context>
  <name>CollectionList</name>
  <message>
   <source>Collections</source>
   <translation>Collections</translation>
  </message>
  <message>
   <source>{}, {} styles</source>
   <translation>{}, {} styles</translation>
  </message>
 </context>
 <context>
  <name>CollectionMenu</name>
  <message>
   <source>Dissolve it (its styles stay)</source>
   <translation>La dissoudre (ses styles restent)</translation>
  </message>
  <message>
   <source>Dissolve “{name}”</source>
   <translation>Dissoudre « {name} »</translation>
  </message>
  <message>
   <source>Export these as a style pack…</source>
   <translation>Exporter comme pack de styles…</translation>
  </message>
  <message>
   <source>Its new name:</source>
   <translation>Son nouveau nom :</translation>
  </message>
  <message>
   <source>Look through it again</source>
   <translation>Le parcourir à nouveau</translation>
  </message>
  <message>
   <source>Open this folder</source>
   <translation>Ouvrir ce dossier</translation>
  </message>
  <message>
   <source>Remove all of these from the gallery</source>
   <translation>Retirer tous ces styles de la galerie</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Renommer</translation>
  </message>
  <message>
   <source>Rename the collection “{name}”</source>
   <translation>Renommer la collection « {name} »</translation>
  </message>
  <message>
   <source>Rename this collection…</source>
   <translation>Renommer cette collection…</translation>
  </message>
  <message>
   <source>Rename “{}”</source>
   <translation>Renommer « {} »</translation>
  </message>
  <message>
   <source>Stop watching it (its pictures stay there)</source>
   <translation>Ne plus le surveiller (ses images y restent)</translation>
  </message>
 </context>
 <context>
  <name>ColourPopover</name>
  <message>
   <source>Change a colour</source>
   <translation>Modifier une couleur</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Colour as #rrggbb</source>
   <translation>Couleur sous la forme #rrggbb</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <source>Commands</source>
   <translation>Commandes</translation>
  </message>
  <message>
   <source>Find a command</source>
   <translation>Rechercher une commande</translation>
  </message>
  <message>
   <source>There is no command or style of that name.</source>
   <translation>Aucune commande ni aucun style ne porte ce nom.</translation>
  </message>
  <message>
   <source>Type what you want to do, or a style’s name</source>
   <translation>Saisissez une action ou le nom d’un style</translation>
  </message>
 </context>
 <context>
  <name>Commanding</name>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>Blend with style {}</source>
   <translation>Mélanger avec le style {}</translation>
  </message>
  <message>
   <source>Branch from {}</source>
   <translation>Repartir de {}</translation>
  </message>
  <message>
   <source>Choose style {}</source>
   <translation>Choisir le style {}</translation>
  </message>
  <message>
   <source>Choose {} styles</source>
   <translation>Choisir {} styles</translation>
  </message>
  <message>
   <source>Delete version {}</source>
   <translation>Supprimer la version {}</translation>
  </message>
  <message>
   <source>Delete {} versions</source>
   <translation>Supprimer {} versions</translation>
  </message>
  <message>
   <source>Mark {} as favourite</source>
   <translation>Ajouter {} aux favoris</translation>
  </message>
  <message>
   <source>Mix styles</source>
   <translation>Doser les styles</translation>
  </message>
  <message>
   <source>Rate {}</source>
   <translation>Noter {}</translation>
  </message>
  <message>
   <source>Reject {}</source>
   <translation>Rejeter {}</translation>
  </message>
  <message>
   <source>Rename {}</source>
   <translation>Renommer {}</translation>
  </message>
  <message>
   <source>Take out style {}</source>
   <translation>Retirer le style {}</translation>
  </message>
  <message>
   <source>Take the mark from {}</source>
   <translation>Retirer {} des favoris</translation>
  </message>
  <message>
   <source>Take the rating from {}</source>
   <translation>Retirer la note de {}</translation>
  </message>
  <message>
   <source>version {}</source>
   <translation>la version {}</translation>
  </message>
  <message>
   <source>{} as before</source>
   <translation>{} comme avant</translation>
  </message>
  <message>
   <source>{} versions</source>
   <translation>{} versions</translation>
  </message>
 </context>
 <context>
  <name>CompareButton</name>
  <message>
   <source>Compare</source>
   <translation>Comparer</translation>
  </message>
  <message>
   <source>Compare: {}</source>
   <translation>Comparer : {}</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Désactivé</translation>
  </message>
 </context>
 <context>
  <name>Comparing</name>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
 </context>
 <context>
  <name>CrashReporter</name>
  <message>
   <source>An error in the program got in the way. Your pictures are still here, and you can go on.</source>
   <translation>Une erreur du programme s’est produite. Vos images sont toujours là et vous pouvez continuer.</translation>
  </message>
  <message>
   <source>Open log folder</source>
   <translation>Ouvrir le dossier du journal</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Un problème est survenu</translation>
  </message>
  <message>
   <source>The log tells more: it helps to get this repaired.</source>
   <translation>Le journal en dit plus : il aide à corriger ce problème.</translation>
  </message>
 </context>
 <context>
  <name>DetailsDialog</name>
  <message>
   <source>A style needs a title.</source>
   <translation>Un style doit avoir un titre.</translation>
  </message>
  <message>
   <source>About “{}”</source>
   <translation>À propos de « {} »</translation>
  </message>
  <message>
   <source>Added {}</source>
   <translation>Ajouté le {}</translation>
  </message>
  <message>
   <source>Artist</source>
   <translation>Artiste</translation>
  </message>
  <message>
   <source>Beside “{}”, where it always is</source>
   <translation>À côté de « {} », à sa place habituelle</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>Collections</translation>
  </message>
  <message>
   <source>Comes with the program.</source>
   <translation>Fourni avec le programme.</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Mention</translation>
  </message>
  <message>
   <source>Favourite</source>
   <translation>Favori</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Licence</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Aucune</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Separate them with commas.</source>
   <translation>Séparez-les par des virgules.</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>Stays in your watched folder: {}</source>
   <translation>Reste dans votre dossier surveillé : {}</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Mots-clés</translation>
  </message>
  <message>
   <source>The picture is not where it was: {}</source>
   <translation>L’image n’est plus à sa place : {}</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titre</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Année</translation>
  </message>
  <message>
   <source>{} of 5</source>
   <translation>{} sur 5</translation>
  </message>
  <message>
   <source>{} × {} pixels</source>
   <translation>{} × {} pixels</translation>
  </message>
 </context>
 <context>
  <name>DiagnosisDialog</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Copié</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copier</translation>
  </message>
  <message>
   <source>Diagnosis</source>
   <translation>Diagnostic</translation>
  </message>
  <message>
   <source>Looking at devices, networks and folders…</source>
   <translation>Examen des processeurs, des réseaux et des dossiers…</translation>
  </message>
  <message>
   <source>What somebody who helps you would ask first. Nothing is sent: copy it and paste it where you want. It names folders of this computer.</source>
   <translation>Ce que vous demanderait d’abord la personne qui vous aide. Rien n’est envoyé : copiez ce texte et collez-le où vous voulez. Il cite des dossiers de cet ordinateur.</translation>
  </message>
 </context>
 <context>
  <name>Difference</name>
  <message>
   <source>How much {} and {} differ: dark where they are the same, light where they differ most.</source>
   <translation>L’écart entre {} et {} : sombre là où tout est identique, clair là où l’écart est le plus grand.</translation>
  </message>
  <message>
   <source>same</source>
   <translation>identique</translation>
  </message>
  <message>
   <source>{} levels or more</source>
   <translation>{} niveaux ou plus</translation>
  </message>
 </context>
 <context>
  <name>DownloadDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Checking {}</source>
   <translation>Vérification de {}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Télécharger</translation>
  </message>
  <message>
   <source>Download {}?</source>
   <translation>Télécharger {} ?</translation>
  </message>
  <message>
   <source>Downloading {}</source>
   <translation>Téléchargement de {}</translation>
  </message>
  <message>
   <source>Its content is compared with what was published.</source>
   <translation>Son contenu est comparé à ce qui a été publié.</translation>
  </message>
  <message>
   <source>Progress of the download</source>
   <translation>Progression du téléchargement</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>What has arrived is kept if you stop.</source>
   <translation>Si vous arrêtez, ce qui est déjà arrivé est conservé.</translation>
  </message>
  <message>
   <source>{} could not be downloaded</source>
   <translation>Échec du téléchargement de {}</translation>
  </message>
  <message>
   <source>{} is on this computer now.</source>
   <translation>{} se trouve maintenant sur cet ordinateur.</translation>
  </message>
  <message>
   <source>{} is ready</source>
   <translation>{} est prêt</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} sur {}</translation>
  </message>
  <message>
   <source>{} will be downloaded from {} ({}) and kept on this computer. Nothing is sent there.</source>
   <translation>{} sera téléchargé depuis {} ({}) et conservé sur cet ordinateur. Rien n’y est envoyé.</translation>
  </message>
  <message>
   <source>{}, {} left</source>
   <translation>{}, encore {}</translation>
  </message>
 </context>
 <context>
  <name>Downloads</name>
  <message>
   <source>{} is not on this computer, and the settings do not allow downloads.</source>
   <translation>{} n’est pas sur cet ordinateur, et les préférences interdisent les téléchargements.</translation>
  </message>
 </context>
 <context>
  <name>DropZones</name>
  <message>
   <source>Both at once</source>
   <translation>Les deux à la fois</translation>
  </message>
  <message>
   <source>One as photo, one as style</source>
   <translation>L’une comme photo, l’autre comme style</translation>
  </message>
  <message>
   <source>Open it with all its versions</source>
   <translation>L’ouvrir avec toutes ses versions</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>Projet</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
  <message>
   <source>The painting to learn from</source>
   <translation>L’œuvre dont s’inspirer</translation>
  </message>
  <message>
   <source>The picture to be painted</source>
   <translation>L’image à peindre</translation>
  </message>
  <message>
   <source>This cannot be used here</source>
   <translation>Impossible à utiliser ici</translation>
  </message>
 </context>
 <context>
  <name>EaselBar</name>
  <message>
   <source>Another variation (Ctrl+R)</source>
   <translation>Une autre variante (Ctrl+R)</translation>
  </message>
  <message>
   <source>Landscape</source>
   <translation>Paysage</translation>
  </message>
  <message>
   <source>Portrait</source>
   <translation>Portrait</translation>
  </message>
  <message>
   <source>Shuffle</source>
   <translation>Au hasard</translation>
  </message>
  <message>
   <source>Square</source>
   <translation>Carré</translation>
  </message>
  <message>
   <source>The variation after</source>
   <translation>La variante suivante</translation>
  </message>
  <message>
   <source>The variation before</source>
   <translation>La variante précédente</translation>
  </message>
  <message>
   <source>Variation {}</source>
   <translation>Variante {}</translation>
  </message>
 </context>
 <context>
  <name>Emptiness</name>
  <message>
   <source>Add style…</source>
   <translation>Ajouter un style…</translation>
  </message>
  <message>
   <source>Any picture can be a style. Drop pictures here, or choose some.</source>
   <translation>Toute image peut devenir un style. Déposez des images ici ou choisissez-en.</translation>
  </message>
  <message>
   <source>Click the star on a style to find it here again.</source>
   <translation>Cliquez sur l’étoile d’un style pour le retrouver ici.</translation>
  </message>
  <message>
   <source>Drop pictures here, or put styles into it with their menu.</source>
   <translation>Déposez des images ici ou ajoutez-y des styles par leur menu.</translation>
  </message>
  <message>
   <source>No favourites yet</source>
   <translation>Pas encore de favoris</translation>
  </message>
  <message>
   <source>No picture is missing</source>
   <translation>Aucune image ne manque</translation>
  </message>
  <message>
   <source>No style matches “{}”</source>
   <translation>Aucun style ne correspond à « {} »</translation>
  </message>
  <message>
   <source>No styles of your own yet</source>
   <translation>Pas encore de styles à vous</translation>
  </message>
  <message>
   <source>Nothing in here yet</source>
   <translation>Rien ici pour l’instant</translation>
  </message>
  <message>
   <source>Nothing used yet</source>
   <translation>Rien d’utilisé pour l’instant</translation>
  </message>
  <message>
   <source>Show all styles</source>
   <translation>Afficher tous les styles</translation>
  </message>
  <message>
   <source>Styles that you have painted with are kept here.</source>
   <translation>Les styles avec lesquels vous avez peint sont réunis ici.</translation>
  </message>
  <message>
   <source>There are {} in other collections.</source>
   <translation>Il y en a {} dans d’autres collections.</translation>
  </message>
  <message>
   <source>There is one in another collection.</source>
   <translation>Il y en a un dans une autre collection.</translation>
  </message>
 </context>
 <context>
  <name>EmptyHint</name>
  <message>
   <source>Drop styles from the gallery, versions from the history or any pictures here, or paste with Ctrl+V. A double click writes a note.</source>
   <translation>Déposez ici des styles de la galerie, des versions de l’historique ou n’importe quelles images, ou collez avec Ctrl+V. Un double-clic crée une note.</translation>
  </message>
  <message>
   <source>Pin what inspires you</source>
   <translation>Épinglez ce qui vous inspire</translation>
  </message>
 </context>
 <context>
  <name>Engines</name>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Paint</translation>
  </message>
 </context>
 <context>
  <name>EstimateLabel</name>
  <message>
   <source>Warning</source>
   <translation>Avertissement</translation>
  </message>
  <message>
   <source>about {} in tiles · {} · {}</source>
   <translation>environ {} par tuiles · {} · {}</translation>
  </message>
  <message>
   <source>about {} · {} · {}</source>
   <translation>environ {} · {} · {}</translation>
  </message>
 </context>
 <context>
  <name>ExploreWindow</name>
  <message>
   <source>Across</source>
   <translation>Colonnes</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Lignes</translation>
  </message>
  <message>
   <source>Explore</source>
   <translation>Explorer</translation>
  </message>
  <message>
   <source>Export the sheet…</source>
   <translation>Exporter la planche…</translation>
  </message>
  <message>
   <source>Go on in the main window with the settings of the picked picture (Enter)</source>
   <translation>Continuer dans la fenêtre principale avec les réglages de l’image sélectionnée (Entrée)</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Nearer to what Paint makes, and many times slower.</source>
   <translation>Plus proche de ce que fait Paint, et bien plus lent.</translation>
  </message>
  <message>
   <source>Nothing is rated {} or better yet: rate with the keys 1 to 5.</source>
   <translation>Rien n’a encore une note de {} ou plus : notez avec les touches 1 à 5.</translation>
  </message>
  <message>
   <source>Paint draft</source>
   <translation>Ébauche Paint</translation>
  </message>
  <message>
   <source>Paint large</source>
   <translation>Peindre en grand</translation>
  </message>
  <message>
   <source>Paint {} large</source>
   <translation>En peindre {} en grand</translation>
  </message>
  <message>
   <source>Painted by</source>
   <translation>Peint par</translation>
  </message>
  <message>
   <source>Pick every picture that is rated {} or better</source>
   <translation>Sélectionner toutes les images notées {} ou plus</translation>
  </message>
  <message>
   <source>Pick the best</source>
   <translation>Choisir les meilleures</translation>
  </message>
  <message>
   <source>Queue what is picked at the size that is set, with the engine that is set</source>
   <translation>Mettre la sélection en file d’attente, avec la taille et le moteur réglés</translation>
  </message>
  <message>
   <source>Use these settings</source>
   <translation>Utiliser ces réglages</translation>
  </message>
 </context>
 <context>
  <name>Exploring</name>
  <message>
   <source>1 picture is in the queue.</source>
   <translation>1 image est dans la file d’attente.</translation>
  </message>
  <message>
   <source>Choose a style in the gallery first, or vary the style.</source>
   <translation>Choisissez d’abord un style dans la galerie, ou faites varier le style.</translation>
  </message>
  <message>
   <source>Export the sheet</source>
   <translation>Exporter la planche</translation>
  </message>
  <message>
   <source>Open a photo in the main window first.</source>
   <translation>Ouvrez d’abord une photo dans la fenêtre principale.</translation>
  </message>
  <message>
   <source>Painting {} of {}…</source>
   <translation>Peinture de {} sur {}…</translation>
  </message>
  <message>
   <source>Rate with 1 to 5, pick with Ctrl and click, Enter takes the settings over.</source>
   <translation>Notez de 1 à 5, sélectionnez avec Ctrl+clic ; Entrée reprend les réglages.</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>« {} » est enregistré.</translation>
  </message>
  <message>
   <source>Take over from Explore</source>
   <translation>Reprendre depuis Explorer</translation>
  </message>
  <message>
   <source>The settings of the picture were taken over.</source>
   <translation>Les réglages de l’image ont été repris.</translation>
  </message>
  <message>
   <source>There is no picture on the sheet yet.</source>
   <translation>Il n’y a pas encore d’image sur la planche.</translation>
  </message>
  <message>
   <source>settings</source>
   <translation>réglages</translation>
  </message>
  <message>
   <source>sheet.png</source>
   <translation>planche.png</translation>
  </message>
  <message>
   <source>{} pictures are in the queue.</source>
   <translation>{} images sont dans la file d’attente.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Archive 16 bit</source>
   <translation>Archive 16 bits</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exporter</translation>
  </message>
  <message>
   <source>Export {} files</source>
   <translation>Exporter {} fichiers</translation>
  </message>
  <message>
   <source>Export {} results</source>
   <translation>Exporter {} résultats</translation>
  </message>
  <message>
   <source>File size: about {}</source>
   <translation>Taille du fichier : environ {}</translation>
  </message>
  <message>
   <source>File size: {}</source>
   <translation>Taille du fichier : {}</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Calques</translation>
  </message>
  <message>
   <source>My preset</source>
   <translation>Mon préréglage</translation>
  </message>
  <message>
   <source>Own settings</source>
   <translation>Réglages personnels</translation>
  </message>
  <message>
   <source>Print 30 cm</source>
   <translation>Tirage 30 cm</translation>
  </message>
  <message>
   <source>Tick what is to be written.</source>
   <translation>Cochez ce qui doit être exporté.</translation>
  </message>
  <message>
   <source>Web</source>
   <translation>Web</translation>
  </message>
  <message>
   <source>Working out the size of the file…</source>
   <translation>Calcul de la taille du fichier…</translation>
  </message>
  <message>
   <source>{} files, about {} in all</source>
   <translation>{} fichiers, environ {} en tout</translation>
  </message>
 </context>
 <context>
  <name>ExportForm</name>
  <message>
   <source>16 bit</source>
   <translation>16 bits</translation>
  </message>
  <message>
   <source>16 bit keeps the finest shades for further work; 8 bit is enough for showing.</source>
   <translation>16 bits conserve les nuances les plus fines pour la retouche ; 8 bits suffisent pour l’affichage.</translation>
  </message>
  <message>
   <source>8 bit</source>
   <translation>8 bits</translation>
  </message>
  <message>
   <source>Adobe RGB (for print)</source>
   <translation>Adobe RGB (pour l’impression)</translation>
  </message>
  <message>
   <source>Camera and lens</source>
   <translation>Appareil et objectif</translation>
  </message>
  <message>
   <source>Colour depth</source>
   <translation>Profondeur</translation>
  </message>
  <message>
   <source>Colour profile</source>
   <translation>Profil de couleurs</translation>
  </message>
  <message>
   <source>Compression</source>
   <translation>Compression</translation>
  </message>
  <message>
   <source>Credit of the style</source>
   <translation>Mention du style</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Description, copyright</source>
   <translation>Description, copyright</translation>
  </message>
  <message>
   <source>Dropping the file back here then restores every setting.</source>
   <translation>Il suffit alors de redéposer le fichier ici pour retrouver tous les réglages.</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>From stylegui</source>
   <translation>De stylegui</translation>
  </message>
  <message>
   <source>From the photo</source>
   <translation>De la photo</translation>
  </message>
  <message>
   <source>Higher is smaller and slower to save. The picture stays the same.</source>
   <translation>Plus haut : fichier plus petit, enregistrement plus lent. L’image reste la même.</translation>
  </message>
  <message>
   <source>Location</source>
   <translation>Lieu</translation>
  </message>
  <message>
   <source>Long side</source>
   <translation>Grand côté</translation>
  </message>
  <message>
   <source>Lossless: every pixel exactly as it is</source>
   <translation>Sans perte : chaque pixel exactement tel qu’il est</translation>
  </message>
  <message>
   <source>Made with AI</source>
   <translation>Créé avec l’IA</translation>
  </message>
  <message>
   <source>Marks the file as partly made by an algorithm, in the words of the IPTC.</source>
   <translation>Signale dans les termes de l’IPTC que le fichier est en partie l’œuvre d’un algorithme.</translation>
  </message>
  <message>
   <source>Photo and result as layers, for Krita, GIMP and others.</source>
   <translation>La photo et le résultat en calques, pour Krita, GIMP et d’autres.</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualité</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>Recette</translation>
  </message>
  <message>
   <source>The photo's own</source>
   <translation>Celui de la photo</translation>
  </message>
  <message>
   <source>The photo's own (it has none: sRGB)</source>
   <translation>Celui de la photo (aucun : sRGB)</translation>
  </message>
  <message>
   <source>Told in the file</source>
   <translation>Inscrit dans le fichier</translation>
  </message>
  <message>
   <source>Writes title, artist and licence of the style beside your own copyright.</source>
   <translation>Inscrit le titre, l’artiste et la licence du style à côté de votre propre copyright.</translation>
  </message>
  <message>
   <source>sRGB (for screens and the web)</source>
   <translation>sRGB (pour les écrans et le web)</translation>
  </message>
 </context>
 <context>
  <name>Exporter</name>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Nothing was saved: there are files of these names already.</source>
   <translation>Rien n’a été enregistré : des fichiers portent déjà ces noms.</translation>
  </message>
  <message>
   <source>Painted at full size: now it can be dragged out.</source>
   <translation>Peint en taille réelle : vous pouvez maintenant le faire glisser.</translation>
  </message>
  <message>
   <source>Painting at full size first…</source>
   <translation>D’abord la peinture en taille réelle…</translation>
  </message>
  <message>
   <source>Saved {} files.</source>
   <translation>{} fichiers sont enregistrés.</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>« {} » est enregistré.</translation>
  </message>
  <message>
   <source>Saving {} of {}…</source>
   <translation>Enregistrement de {} sur {}…</translation>
  </message>
  <message>
   <source>Saving “{}”…</source>
   <translation>Enregistrement de « {} »…</translation>
  </message>
  <message>
   <source>Saving…</source>
   <translation>Enregistrement…</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Afficher dans le dossier</translation>
  </message>
  <message>
   <source>Stopped: {} of {} files were saved.</source>
   <translation>Arrêté : {} fichiers sur {} sont enregistrés.</translation>
  </message>
  <message>
   <source>{} more files could not be saved either.</source>
   <translation>{} autres fichiers n’ont pas pu être enregistrés non plus.</translation>
  </message>
  <message>
   <source>{} of {} were saved.</source>
   <translation>{} sur {} sont enregistrés.</translation>
  </message>
  <message>
   <source>{} were left alone, because their names are taken.</source>
   <translation>{} n’ont pas été touchés, car leurs noms sont déjà pris.</translation>
  </message>
 </context>
 <context>
  <name>Feasibility</name>
  <message>
   <source>Fits</source>
   <translation>Tient en mémoire</translation>
  </message>
  <message>
   <source>In tiles</source>
   <translation>Par tuiles</translation>
  </message>
  <message>
   <source>Takes long</source>
   <translation>Très long</translation>
  </message>
  <message>
   <source>This takes about {} and {} of memory.</source>
   <translation>Cela prend environ {} et {} de mémoire.</translation>
  </message>
  <message>
   <source>This takes about {} and {} of memory. A smaller size or a lower quality takes far less time.</source>
   <translation>Cela prend environ {} et {} de mémoire. Une taille ou une qualité plus modeste prend bien moins de temps.</translation>
  </message>
  <message>
   <source>Too large</source>
   <translation>Trop grande</translation>
  </message>
  <message>
   <source>Too large to be painted at once: it is painted in tiles, in about {} and with {} of memory.</source>
   <translation>Trop grande pour être peinte d’un seul tenant : elle l’est par tuiles, en {} environ et avec {} de mémoire.</translation>
  </message>
  <message>
   <source>{} px do not fit into {} of memory: it will be painted at {} px, in about {}.</source>
   <translation>{} px ne tiennent pas dans {} de mémoire : l’image sera peinte en {} px, en {} environ.</translation>
  </message>
 </context>
 <context>
  <name>FieldSpec</name>
  <message>
   <source>off</source>
   <translation>non</translation>
  </message>
  <message>
   <source>on</source>
   <translation>oui</translation>
  </message>
  <message>
   <source>the network's own</source>
   <translation>ceux du réseau</translation>
  </message>
 </context>
 <context>
  <name>FileQuestion</name>
  <message>
   <source>All files</source>
   <translation>Tous les fichiers</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>Pictures and projects</source>
   <translation>Images et projets</translation>
  </message>
 </context>
 <context>
  <name>FileQuestions</name>
  <message>
   <source>Export as style pack</source>
   <translation>Exporter comme pack de styles</translation>
  </message>
  <message>
   <source>Folder to watch</source>
   <translation>Dossier à surveiller</translation>
  </message>
  <message>
   <source>Open style pack</source>
   <translation>Ouvrir un pack de styles</translation>
  </message>
  <message>
   <source>Style packs</source>
   <translation>Packs de styles</translation>
  </message>
 </context>
 <context>
  <name>FilmDelegate</name>
  <message>
   <source>Rejected</source>
   <translation>Rejetée</translation>
  </message>
  <message>
   <source>Title of the version</source>
   <translation>Titre de la version</translation>
  </message>
 </context>
 <context>
  <name>FilmDialog</name>
  <message>
   <source>End with the finished picture</source>
   <translation>Finir sur l’image terminée</translation>
  </message>
  <message>
   <source>Export making-of</source>
   <translation>Exporter la genèse</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Hold the last picture</source>
   <translation>Tenir la dernière image</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Long side</source>
   <translation>Grand côté</translation>
  </message>
  <message>
   <source>Pictures a second</source>
   <translation>Images par seconde</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>Enregistrer sous…</translation>
  </message>
  <message>
   <source>To save MP4, install the program with its extra “video”.</source>
   <translation>Pour enregistrer en MP4, installez le programme avec son option « video ».</translation>
  </message>
  <message>
   <source>{} × {} px, {} pictures.</source>
   <translation>{} × {} px, {} images.</translation>
  </message>
 </context>
 <context>
  <name>FilmProgress</name>
  <message>
   <source>Film {}</source>
   <translation>Film {}</translation>
  </message>
  <message>
   <source>Give the film up</source>
   <translation>Abandonner le film</translation>
  </message>
  <message>
   <source>Progress of the film</source>
   <translation>Progression du film</translation>
  </message>
 </context>
 <context>
  <name>FilmView</name>
  <message>
   <source>Enter goes to a version, holding Space shows it on the canvas, 0 to 5 rate it, R rejects it, full stop marks a favourite, Delete removes it.</source>
   <translation>Entrée ouvre une version, maintenir Espace la montre sur la toile, 0 à 5 la notent, R la rejette, le point l’ajoute aux favoris, Suppr la supprime.</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versions</translation>
  </message>
 </context>
 <context>
  <name>Filming</name>
  <message>
   <source>Export making-of</source>
   <translation>Exporter la genèse</translation>
  </message>
  <message>
   <source>Films</source>
   <translation>Films</translation>
  </message>
  <message>
   <source>One film at a time: please wait until the other is done.</source>
   <translation>Un seul film à la fois : attendez que l’autre soit terminé.</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>« {} » est enregistré.</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Afficher dans le dossier</translation>
  </message>
  <message>
   <source>The film was given up.</source>
   <translation>Le film a été abandonné.</translation>
  </message>
 </context>
 <context>
  <name>Flicker</name>
  <message>
   <source>Enter changes the picture</source>
   <translation>Entrée change l’image</translation>
  </message>
  <message>
   <source>{} a second</source>
   <translation>{} par seconde</translation>
  </message>
  <message>
   <source>{} and {} take turns.</source>
   <translation>{} et {} en alternance.</translation>
  </message>
 </context>
 <context>
  <name>GalleryDrops</name>
  <message>
   <source>Add to your styles</source>
   <translation>Ajouter à vos styles</translation>
  </message>
  <message>
   <source>Add {} pictures to your styles</source>
   <translation>Ajouter {} images à vos styles</translation>
  </message>
  <message>
   <source>Copy its pictures</source>
   <translation>Copier ses images</translation>
  </message>
  <message>
   <source>Copy their pictures</source>
   <translation>Copier leurs images</translation>
  </message>
  <message>
   <source>Its pictures stay there; new ones appear here by themselves.</source>
   <translation>Ses images restent à leur place ; les nouvelles apparaissent ici d’elles-mêmes.</translation>
  </message>
  <message>
   <source>Open the style pack</source>
   <translation>Ouvrir le pack de styles</translation>
  </message>
  <message>
   <source>They become styles of your own, whatever happens to the folder.</source>
   <translation>Elles deviennent vos propres styles, quoi qu’il arrive au dossier.</translation>
  </message>
  <message>
   <source>Watch these folders</source>
   <translation>Surveiller ces dossiers</translation>
  </message>
  <message>
   <source>Watch this folder</source>
   <translation>Surveiller ce dossier</translation>
  </message>
 </context>
 <context>
  <name>GalleryFolders</name>
  <message>
   <source>Looking through “{}”</source>
   <translation>Parcours de « {} »</translation>
  </message>
  <message>
   <source>Stop watching “{}”</source>
   <translation>Ne plus surveiller « {} »</translation>
  </message>
  <message>
   <source>Watch “{}”</source>
   <translation>Surveiller « {} »</translation>
  </message>
  <message>
   <source>“{}” is watched already.</source>
   <translation>« {} » est déjà surveillé.</translation>
  </message>
 </context>
 <context>
  <name>GalleryNews</name>
  <message>
   <source>“{}” has its picture again.</source>
   <translation>« {} » a retrouvé son image.</translation>
  </message>
 </context>
 <context>
  <name>GalleryPanel</name>
  <message>
   <source>There is no picture on the clipboard.</source>
   <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
  </message>
  <message>
   <source>Tile size</source>
   <translation>Taille des vignettes</translation>
  </message>
  <message>
   <source>Tile size (Ctrl+wheel)</source>
   <translation>Taille des vignettes (Ctrl+molette)</translation>
  </message>
 </context>
 <context>
  <name>Grid</name>
  <message>
   <source>Being painted</source>
   <translation>En cours de peinture</translation>
  </message>
  <message>
   <source>not rated</source>
   <translation>sans note</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>rejetée</translation>
  </message>
  <message>
   <source>{} of {} versions: {}, {}. Enter works on it, 0 to 5 rate it, R rejects it, Esc goes back.</source>
   <translation>{} sur {} versions : {}, {}. Entrée reprend le travail sur celle-ci, 0 à 5 la notent, R la rejette, Échap revient.</translation>
  </message>
  <message>
   <source>{} stars</source>
   <translation>{} étoiles</translation>
  </message>
 </context>
 <context>
  <name>Grip</name>
  <message>
   <source>Click to export, or drag the result into a folder or another program</source>
   <translation>Cliquez pour exporter, ou faites glisser le résultat vers un dossier ou un autre programme</translation>
  </message>
  <message>
   <source>Export the result or drag it out</source>
   <translation>Exporter le résultat ou le faire glisser</translation>
  </message>
 </context>
 <context>
  <name>Guests</name>
  <message>
   <source>Add to gallery</source>
   <translation>Ajouter à la galerie</translation>
  </message>
  <message>
   <source>Not in your gallery, but in this project: {}.</source>
   <translation>Absents de votre galerie, mais présents dans ce projet : {}.</translation>
  </message>
  <message>
   <source>unnamed</source>
   <translation>sans nom</translation>
  </message>
  <message>
   <source>{} and {} more</source>
   <translation>{} et {} autres</translation>
  </message>
  <message>
   <source>{} styles were added to your gallery.</source>
   <translation>{} styles ont été ajoutés à votre galerie.</translation>
  </message>
  <message>
   <source>“{}”</source>
   <translation>« {} »</translation>
  </message>
  <message>
   <source>“{}” is now one of your styles.</source>
   <translation>« {} » fait maintenant partie de vos styles.</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>Alt and wheel</source>
   <translation>Alt et molette</translation>
  </message>
  <message>
   <source>Blend styles</source>
   <translation>Mélanger des styles</translation>
  </message>
  <message>
   <source>Canvas</source>
   <translation>Toile</translation>
  </message>
  <message>
   <source>Ctrl and click in the gallery</source>
   <translation>Ctrl et clic dans la galerie</translation>
  </message>
  <message>
   <source>Ctrl and drag</source>
   <translation>Ctrl et glisser</translation>
  </message>
  <message>
   <source>Double-click</source>
   <translation>Double-clic</translation>
  </message>
  <message>
   <source>Drag its end, or Shift and drag</source>
   <translation>Glisser son extrémité, ou Maj et glisser</translation>
  </message>
  <message>
   <source>Drag the painting out</source>
   <translation>Sortir la peinture</translation>
  </message>
  <message>
   <source>Drag, or Space and drag</source>
   <translation>Glisser, ou Espace et glisser</translation>
  </message>
  <message>
   <source>Fit, and back to 100 %</source>
   <translation>Ajuster à la fenêtre, puis 100 %</translation>
  </message>
  <message>
   <source>Hold {}</source>
   <translation>Maintenir {}</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Move the picture</source>
   <translation>Déplacer l’image</translation>
  </message>
  <message>
   <source>Python</source>
   <translation>Python</translation>
  </message>
  <message>
   <source>Qt</source>
   <translation>Qt</translation>
  </message>
  <message>
   <source>Show the photo</source>
   <translation>Afficher la photo</translation>
  </message>
  <message>
   <source>Size of the lens, pace, strength</source>
   <translation>Taille de la loupe, rythme, intensité</translation>
  </message>
  <message>
   <source>System</source>
   <translation>Système</translation>
  </message>
  <message>
   <source>Turn the wipe</source>
   <translation>Tourner le rideau</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Molette</translation>
  </message>
  <message>
   <source>Zoom at the pointer</source>
   <translation>Zoomer sous le pointeur</translation>
  </message>
  <message>
   <source>torch</source>
   <translation>torch</translation>
  </message>
 </context>
 <context>
  <name>History</name>
  <message>
   <source>1 star</source>
   <translation>1 étoile</translation>
  </message>
  <message>
   <source>Branched from version {}</source>
   <translation>Issue de la version {}</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historique</translation>
  </message>
  <message>
   <source>Steps to undo</source>
   <translation>Étapes à annuler</translation>
  </message>
  <message>
   <source>Stopped before its end</source>
   <translation>Arrêtée avant la fin</translation>
  </message>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
  <message>
   <source>favourite</source>
   <translation>favori</translation>
  </message>
  <message>
   <source>not rated</source>
   <translation>sans note</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>rejetée</translation>
  </message>
  <message>
   <source>shown now</source>
   <translation>affichée</translation>
  </message>
  <message>
   <source>today, {}</source>
   <translation>aujourd’hui, {}</translation>
  </message>
  <message>
   <source>{} in {}</source>
   <translation>{} en {}</translation>
  </message>
  <message>
   <source>{} stars</source>
   <translation>{} étoiles</translation>
  </message>
 </context>
 <context>
  <name>HistoryHeader</name>
  <message>
   <source>All</source>
   <translation>Toutes</translation>
  </message>
  <message>
   <source>Close the history</source>
   <translation>Fermer l’historique</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historique</translation>
  </message>
  <message>
   <source>Not rejected</source>
   <translation>Non rejetées</translation>
  </message>
  <message>
   <source>Rated</source>
   <translation>Notées</translation>
  </message>
  <message>
   <source>Versions shown</source>
   <translation>Versions affichées</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} sur {}</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>All versions are rejected. Choose “All” to see them.</source>
   <translation>Toutes les versions sont rejetées. Choisissez « Toutes » pour les voir.</translation>
  </message>
  <message>
   <source>Every picture you paint is kept here as a version.</source>
   <translation>Chaque image que vous peignez est gardée ici comme version.</translation>
  </message>
  <message>
   <source>No version has stars yet. Press 1 to 5 to give some.</source>
   <translation>Aucune version n’a encore d’étoiles. Donnez-en avec les touches 1 à 5.</translation>
  </message>
 </context>
 <context>
  <name>InstantParams</name>
  <message>
   <source>Brush size</source>
   <translation>Taille du pinceau</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Couleur</translation>
  </message>
  <message>
   <source>Detail</source>
   <translation>Détails</translation>
  </message>
  <message>
   <source>Fast</source>
   <translation>Rapide</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>Fine</translation>
  </message>
  <message>
   <source>Fine for pictures to keep, fast for previews and slow machines.</source>
   <translation>Fine pour les images à garder, rapide pour les aperçus et les machines lentes.</translation>
  </message>
  <message>
   <source>How far the painting may leave the photo.</source>
   <translation>Jusqu’où la peinture peut s’éloigner de la photo.</translation>
  </message>
  <message>
   <source>How much of the photo's fine light and shade comes back into the painting.</source>
   <translation>Quelle part des fines lumières et ombres de la photo revient dans la peinture.</translation>
  </message>
  <message>
   <source>Lightness only</source>
   <translation>Luminosité seule</translation>
  </message>
  <message>
   <source>Long side of the finished picture.</source>
   <translation>Grand côté de l’image terminée.</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Size of the style's strokes: smaller for delicate work, larger for bold.</source>
   <translation>Taille des touches du style : petites pour un travail délicat, grandes pour un rendu audacieux.</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Intensité</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
  <message>
   <source>Whose colours the picture has: the style's, the photo's, or the photo's under painted light.</source>
   <translation>À qui l’image emprunte ses couleurs : au style, à la photo, ou à la photo sous une lumière peinte.</translation>
  </message>
 </context>
 <context>
  <name>KeepBar</name>
  <message>
   <source>Keep in gallery</source>
   <translation>Garder dans la galerie</translation>
  </message>
  <message>
   <source>Paint it at 1024 px and add it to the gallery (Ctrl+Enter)</source>
   <translation>Le peindre en 1024 px et l’ajouter à la galerie (Ctrl+Entrée)</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>The title in the gallery</source>
   <translation>Le titre dans la galerie</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titre</translation>
  </message>
 </context>
 <context>
  <name>Keeper</name>
  <message>
   <source>{} pictures were not kept.</source>
   <translation>{} images n’ont pas été gardées.</translation>
  </message>
  <message>
   <source>“{}” was not kept.</source>
   <translation>« {} » n’a pas été gardé.</translation>
  </message>
 </context>
 <context>
  <name>KeysDialog</name>
  <message>
   <source>Change shortcuts</source>
   <translation>Modifier les raccourcis</translation>
  </message>
  <message>
   <source>Click a field and press the new keys. Single keys act on the canvas only.</source>
   <translation>Cliquez dans un champ et appuyez sur les nouvelles touches. Les touches seules n’agissent que sur la toile.</translation>
  </message>
  <message>
   <source>“{}” already belongs to “{}”.</source>
   <translation>« {} » appartient déjà à « {} ».</translation>
  </message>
  <message>
   <source>“{}” moves the picture or the focus and cannot be used.</source>
   <translation>« {} » déplace l’image ou le focus et ne peut pas servir.</translation>
  </message>
 </context>
 <context>
  <name>Lens</name>
  <message>
   <source>{}, and {} in a lens under the pointer.</source>
   <translation>{}, et {} dans une loupe sous le pointeur.</translation>
  </message>
 </context>
 <context>
  <name>LibraryEdits</name>
  <message>
   <source>Add {}</source>
   <translation>Ajouter {}</translation>
  </message>
  <message>
   <source>Locate {}</source>
   <translation>Localiser {}</translation>
  </message>
  <message>
   <source>Mark {what} as favourite</source>
   <translation>Ajouter {what} aux favoris</translation>
  </message>
  <message>
   <source>Rate {what}</source>
   <translation>Noter {what}</translation>
  </message>
  <message>
   <source>Remove {}</source>
   <translation>Retirer {}</translation>
  </message>
  <message>
   <source>Rename {what}</source>
   <translation>Renommer {what}</translation>
  </message>
  <message>
   <source>Take the rating from {what}</source>
   <translation>Retirer la note de {what}</translation>
  </message>
  <message>
   <source>Undo brings it back.</source>
   <translation>Annuler le fait revenir.</translation>
  </message>
  <message>
   <source>Undo brings them back.</source>
   <translation>Annuler les fait revenir.</translation>
  </message>
  <message>
   <source>Unmark {what} as favourite</source>
   <translation>Retirer {what} des favoris</translation>
  </message>
  <message>
   <source>{} come with the program and stay.</source>
   <translation>{} sont fournis avec le programme et restent.</translation>
  </message>
  <message>
   <source>{} styles</source>
   <translation>{} styles</translation>
  </message>
  <message>
   <source>{} was removed.</source>
   <translation>{} a été retiré.</translation>
  </message>
  <message>
   <source>{} were removed.</source>
   <translation>{} ont été retirés.</translation>
  </message>
  <message>
   <source>“{}”</source>
   <translation>« {} »</translation>
  </message>
  <message>
   <source>“{}” comes with the program and stays.</source>
   <translation>« {} » est fourni avec le programme et reste.</translation>
  </message>
 </context>
 <context>
  <name>LicencesDialog</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Libraries</source>
   <translation>Bibliothèques</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Licence</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Licences</translation>
  </message>
  <message>
   <source>The library came without a text of its licence.</source>
   <translation>Cette bibliothèque a été fournie sans le texte de sa licence.</translation>
  </message>
  <message>
   <source>The program, its networks and its code are free under the MIT licence. Its style pictures and sample photos are in the public domain (CC0). It is made with these libraries:</source>
   <translation>Le programme, ses réseaux et son code sont libres sous licence MIT. Ses images de style et ses photos d’exemple sont dans le domaine public (CC0). Il est construit avec ces bibliothèques :</translation>
  </message>
 </context>
 <context>
  <name>LongDialog</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Restore defaults</source>
   <translation>Rétablir les valeurs par défaut</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Compare wit&amp;h</source>
   <translation>C&amp;omparer avec</translation>
  </message>
  <message>
   <source>Open &amp;recent</source>
   <translation>Documents &amp;récents</translation>
  </message>
  <message>
   <source>Painting</source>
   <translation>Peinture</translation>
  </message>
  <message>
   <source>Styles</source>
   <translation>Styles</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>Outils</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Zoom</translation>
  </message>
 </context>
 <context>
  <name>ManualWindow</name>
  <message>
   <source>Manual</source>
   <translation>Manuel</translation>
  </message>
  <message>
   <source>No page speaks of that.</source>
   <translation>Aucune page n’en parle.</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Page</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>Chercher dans le manuel</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>A pack holds up to {} styles: choose fewer.</source>
   <translation>Un pack contient {} styles au plus : choisissez-en moins.</translation>
  </message>
  <message>
   <source>A part of this document cannot be read: {}.</source>
   <translation>Une partie de ce document est illisible : {}.</translation>
  </message>
  <message>
   <source>A part of this document is damaged.</source>
   <translation>Une partie de ce document est endommagée.</translation>
  </message>
  <message>
   <source>A part of this document is missing.</source>
   <translation>Il manque une partie de ce document.</translation>
  </message>
  <message>
   <source>A picture of the making is damaged.</source>
   <translation>Une image de la genèse est endommagée.</translation>
  </message>
  <message>
   <source>A picture of this document cannot be read: {}.</source>
   <translation>Une image de ce document est illisible : {}.</translation>
  </message>
  <message>
   <source>A picture of this document is damaged.</source>
   <translation>Une image de ce document est endommagée.</translation>
  </message>
  <message>
   <source>A picture of this document is missing.</source>
   <translation>Il manque une image de ce document.</translation>
  </message>
  <message>
   <source>A sheet of {} × {} px is too large: move the pins closer together, or export it smaller.</source>
   <translation>Une planche de {} × {} px est trop grande : rapprochez les éléments ou exportez-la plus petite.</translation>
  </message>
  <message>
   <source>A style needs a title.</source>
   <translation>Un style doit avoir un titre.</translation>
  </message>
  <message>
   <source>A version is missing, because its picture is.</source>
   <translation>Il manque une version, car son image manque.</translation>
  </message>
  <message>
   <source>A waiting job cannot be understood by this version of the program.</source>
   <translation>Une tâche en attente est incompréhensible pour cette version du programme.</translation>
  </message>
  <message>
   <source>A waiting job is of a kind that this version of the program does not know.</source>
   <translation>Une tâche en attente est d’un type inconnu de cette version du programme.</translation>
  </message>
  <message>
   <source>Choose a style first.</source>
   <translation>Choisissez d’abord un style.</translation>
  </message>
  <message>
   <source>Choose a style in the gallery first.</source>
   <translation>Choisissez d’abord un style dans la galerie.</translation>
  </message>
  <message>
   <source>How the picture is to be computed cannot be understood.</source>
   <translation>La façon de calculer l’image est incompréhensible.</translation>
  </message>
  <message>
   <source>Its colour profile does not fit or is broken, and was ignored.</source>
   <translation>Son profil de couleurs ne convient pas ou est défectueux : il a été ignoré.</translation>
  </message>
  <message>
   <source>MP4 needs PyAV, which is not installed.</source>
   <translation>Le MP4 nécessite PyAV, qui n’est pas installé.</translation>
  </message>
  <message>
   <source>One picture could not be added; the log says why.</source>
   <translation>Une image n’a pas pu être ajoutée ; le journal dit pourquoi.</translation>
  </message>
  <message>
   <source>One picture of the queue could not be taken up again.</source>
   <translation>Une image de la file d’attente n’a pas pu être reprise.</translation>
  </message>
  <message>
   <source>Only the first frame of the animation is used.</source>
   <translation>Seule la première image de l’animation est utilisée.</translation>
  </message>
  <message>
   <source>Only the first page of the file is used.</source>
   <translation>Seule la première page du fichier est utilisée.</translation>
  </message>
  <message>
   <source>Open a photo first: drop one on the canvas, or choose it in the File menu.</source>
   <translation>Ouvrez d’abord une photo : déposez-la sur la toile ou choisissez-la dans le menu Fichier.</translation>
  </message>
  <message>
   <source>Painted with stylegui in the style of {}.</source>
   <translation>Peint avec stylegui dans le style de {}.</translation>
  </message>
  <message>
   <source>Painted with stylegui.</source>
   <translation>Peint avec stylegui.</translation>
  </message>
  <message>
   <source>Painting stopped because of an error in the program. The log tells more.</source>
   <translation>La peinture s’est arrêtée à cause d’une erreur du programme. Le journal en dit plus.</translation>
  </message>
  <message>
   <source>Pictures are not fetched from the web: save the picture, then drop the file.</source>
   <translation>Les images ne sont pas récupérées sur le web : enregistrez l’image, puis déposez le fichier.</translation>
  </message>
  <message>
   <source>Settings cannot be understood by this version of the program.</source>
   <translation>Des réglages sont incompréhensibles pour cette version du programme.</translation>
  </message>
  <message>
   <source>Start from a picture is chosen, but there is no picture to start from.</source>
   <translation>Vous avez choisi de partir d’une image, mais il n’y en a aucune.</translation>
  </message>
  <message>
   <source>The connection to {} was lost; what has arrived is kept for the next try.</source>
   <translation>La connexion à {} a été perdue ; ce qui est arrivé est gardé pour le prochain essai.</translation>
  </message>
  <message>
   <source>The device {} cannot be used ({}), so the CPU is used instead.</source>
   <translation>{} n’est pas utilisable ({}) : le processeur prend le relais.</translation>
  </message>
  <message>
   <source>The film could not be made: {}.</source>
   <translation>Le film n’a pas pu être créé : {}.</translation>
  </message>
  <message>
   <source>The film “{}” could not be saved: {}.</source>
   <translation>Le film « {} » n’a pas pu être enregistré : {}.</translation>
  </message>
  <message>
   <source>The gallery could not be saved: another program is using it. Please try again.</source>
   <translation>La galerie n’a pas pu être enregistrée : un autre programme l’utilise. Veuillez réessayer.</translation>
  </message>
  <message>
   <source>The gallery could not be saved: its folder cannot be written.</source>
   <translation>La galerie n’a pas pu être enregistrée : son dossier est protégé en écriture.</translation>
  </message>
  <message>
   <source>The gallery could not be saved: the disk does not take it.</source>
   <translation>La galerie n’a pas pu être enregistrée : le disque la refuse.</translation>
  </message>
  <message>
   <source>The gallery could not be saved: the disk is full.</source>
   <translation>La galerie n’a pas pu être enregistrée : le disque est plein.</translation>
  </message>
  <message>
   <source>The gallery's database is damaged, and no new one can be made.</source>
   <translation>La base de données de la galerie est endommagée, et il est impossible d’en créer une nouvelle.</translation>
  </message>
  <message>
   <source>The gallery's database was damaged. It was set aside and the gallery was put together again; nothing that you made is lost.</source>
   <translation>La base de données de la galerie était endommagée. Elle a été mise de côté et la galerie reconstituée ; rien de ce que vous avez fait n’est perdu.</translation>
  </message>
  <message>
   <source>The gallery's database was written by a newer version of the program; what you change in the gallery now is not kept.</source>
   <translation>La base de données de la galerie vient d’une version plus récente du programme ; vos modifications dans la galerie ne seront pas gardées.</translation>
  </message>
  <message>
   <source>The gallery's folder cannot be written, so what you change in the gallery now is not kept.</source>
   <translation>Le dossier de la galerie est protégé en écriture : vos modifications dans la galerie ne seront pas gardées.</translation>
  </message>
  <message>
   <source>The helper that paints could not be started: {}.</source>
   <translation>Le programme auxiliaire qui peint n’a pas pu démarrer : {}.</translation>
  </message>
  <message>
   <source>The helper that paints was ended from outside, perhaps because memory ran short. Please try again.</source>
   <translation>Le programme auxiliaire qui peint a été arrêté de l’extérieur, peut-être par manque de mémoire. Veuillez réessayer.</translation>
  </message>
  <message>
   <source>The list of styles in “{}” cannot be read.</source>
   <translation>La liste des styles de « {} » est illisible.</translation>
  </message>
  <message>
   <source>The making-of cannot be read any more.</source>
   <translation>La genèse n’est plus lisible.</translation>
  </message>
  <message>
   <source>The making-of is damaged.</source>
   <translation>La genèse est endommagée.</translation>
  </message>
  <message>
   <source>The memory is too small for the finest pass, so it is left out.</source>
   <translation>La mémoire ne suffit pas pour la passe la plus fine : elle est omise.</translation>
  </message>
  <message>
   <source>The memory is too small for {} px at once, so they are painted in tiles.</source>
   <translation>La mémoire ne suffit pas pour {} px d’un seul tenant : la peinture se fait par tuiles.</translation>
  </message>
  <message>
   <source>The memory is too small for {} px; the picture is finished at {} px.</source>
   <translation>La mémoire ne suffit pas pour {} px ; l’image est terminée en {} px.</translation>
  </message>
  <message>
   <source>The numbers ran out of range. Try another seed or a lower strength.</source>
   <translation>Le calcul a divergé. Essayez une autre graine ou une intensité plus faible.</translation>
  </message>
  <message>
   <source>The old file is kept as {}.</source>
   <translation>L’ancien fichier est conservé sous le nom {}.</translation>
  </message>
  <message>
   <source>The painting could not be continued, because {}. It begins anew.</source>
   <translation>La peinture n’a pas pu être poursuivie : {}. Elle recommence du début.</translation>
  </message>
  <message>
   <source>The painting engine could not be loaded. The log tells why.</source>
   <translation>Le moteur de peinture n’a pas pu être chargé. Le journal dit pourquoi.</translation>
  </message>
  <message>
   <source>The photo</source>
   <translation>La photo</translation>
  </message>
  <message>
   <source>The picture could not be painted: its numbers ran out of range.</source>
   <translation>L’image n’a pas pu être peinte : le calcul a divergé.</translation>
  </message>
  <message>
   <source>The picture to start from</source>
   <translation>L’image de départ</translation>
  </message>
  <message>
   <source>The presets could not be saved ({}).</source>
   <translation>Les préréglages n’ont pas pu être enregistrés ({}).</translation>
  </message>
  <message>
   <source>The program's own pictures are missing. Please install stylegui again.</source>
   <translation>Les images du programme manquent. Veuillez réinstaller stylegui.</translation>
  </message>
  <message>
   <source>The queue cannot be put aside on the disk: {}.</source>
   <translation>La file d’attente ne peut pas être mise de côté sur le disque : {}.</translation>
  </message>
  <message>
   <source>The queue cannot be read: {}.</source>
   <translation>La file d’attente est illisible : {}.</translation>
  </message>
  <message>
   <source>The queue that was left is damaged.</source>
   <translation>La file d’attente restée en suspens est endommagée.</translation>
  </message>
  <message>
   <source>The queue was left by a newer version of the program.</source>
   <translation>La file d’attente vient d’une version plus récente du programme.</translation>
  </message>
  <message>
   <source>The settings could not be read ({}), so the usual ones are used.</source>
   <translation>Les préférences sont illisibles ({}) : celles par défaut sont utilisées.</translation>
  </message>
  <message>
   <source>The settings could not be saved ({}).</source>
   <translation>Les préférences n’ont pas pu être enregistrées ({}).</translation>
  </message>
  <message>
   <source>The settings inside this picture cannot be understood by this version.</source>
   <translation>Les réglages contenus dans cette image sont incompréhensibles pour cette version.</translation>
  </message>
  <message>
   <source>The style could not be brought back: {}.</source>
   <translation>Le style n’a pas pu être rétabli : {}.</translation>
  </message>
  <message>
   <source>The style in “{}” is damaged and was left out.</source>
   <translation>Le style de « {} » est endommagé et a été ignoré.</translation>
  </message>
  <message>
   <source>The style “{}”</source>
   <translation>Le style « {} »</translation>
  </message>
  <message>
   <source>The watched folders could not be saved: {}.</source>
   <translation>Les dossiers surveillés n’ont pas pu être enregistrés : {}.</translation>
  </message>
  <message>
   <source>The weights of the Instant network “{}” cannot be read. Please install stylegui again.</source>
   <translation>Les poids du réseau Instant « {} » sont illisibles. Veuillez réinstaller stylegui.</translation>
  </message>
  <message>
   <source>The weights of the styles must be positive numbers.</source>
   <translation>Les poids des styles doivent être des nombres positifs.</translation>
  </message>
  <message>
   <source>The weights of {} cannot be read ({} is damaged).</source>
   <translation>Les poids de {} sont illisibles ({} est endommagé).</translation>
  </message>
  <message>
   <source>There are no pictures in the folder “{}”.</source>
   <translation>Le dossier « {} » ne contient aucune image.</translation>
  </message>
  <message>
   <source>There is no folder “{}”.</source>
   <translation>Le dossier « {} » n’existe pas.</translation>
  </message>
  <message>
   <source>There is no picture in what you dropped.</source>
   <translation>Ce que vous avez déposé ne contient aucune image.</translation>
  </message>
  <message>
   <source>There is no style to export.</source>
   <translation>Il n’y a aucun style à exporter.</translation>
  </message>
  <message>
   <source>There is not enough memory for a picture of this size.</source>
   <translation>La mémoire ne suffit pas pour une image de cette taille.</translation>
  </message>
  <message>
   <source>There is not enough memory for a sheet of this size: export it smaller.</source>
   <translation>La mémoire ne suffit pas pour une planche de cette taille : exportez-la plus petite.</translation>
  </message>
  <message>
   <source>There is not enough memory for the film.</source>
   <translation>La mémoire ne suffit pas pour le film.</translation>
  </message>
  <message>
   <source>There is not enough memory for this picture.</source>
   <translation>La mémoire ne suffit pas pour cette image.</translation>
  </message>
  <message>
   <source>There is not enough memory to open “{}”.</source>
   <translation>La mémoire ne suffit pas pour ouvrir « {} ».</translation>
  </message>
  <message>
   <source>There is not enough memory to paint even a small picture.</source>
   <translation>La mémoire ne suffit même pas pour peindre une petite image.</translation>
  </message>
  <message>
   <source>There is not enough memory to save “{}”.</source>
   <translation>La mémoire ne suffit pas pour enregistrer « {} ».</translation>
  </message>
  <message>
   <source>There is nothing on the board yet.</source>
   <translation>Il n’y a encore rien sur la planche.</translation>
  </message>
  <message>
   <source>There was not enough memory for this size. Try a smaller one.</source>
   <translation>La mémoire n’a pas suffi pour cette taille. Essayez-en une plus petite.</translation>
  </message>
  <message>
   <source>These styles are too large for one pack: choose fewer.</source>
   <translation>Ces styles sont trop volumineux pour un seul pack : choisissez-en moins.</translation>
  </message>
  <message>
   <source>This did not work because of an error in the program. The log tells more.</source>
   <translation>Échec dû à une erreur du programme. Le journal en dit plus.</translation>
  </message>
  <message>
   <source>This painting goes on, but a crash would lose it: it cannot be kept on the disk ({}).</source>
   <translation>La peinture continue, mais un plantage la ferait perdre : elle ne peut pas être gardée sur le disque ({}).</translation>
  </message>
  <message>
   <source>This picture could not be painted because of an error in the program. The log tells more.</source>
   <translation>Cette image n’a pas pu être peinte à cause d’une erreur du programme. Le journal en dit plus.</translation>
  </message>
  <message>
   <source>This picture was made in a way that this version of the program does not know.</source>
   <translation>Cette image a été créée d’une façon que cette version du programme ne connaît pas.</translation>
  </message>
  <message>
   <source>This style is no longer there.</source>
   <translation>Ce style n’existe plus.</translation>
  </message>
  <message>
   <source>Values brighter than white were clipped.</source>
   <translation>Les valeurs plus claires que le blanc ont été écrêtées.</translation>
  </message>
  <message>
   <source>What was lost cannot be taken up again: {}.</source>
   <translation>Impossible de reprendre le travail perdu : {}.</translation>
  </message>
  <message>
   <source>What was lost is damaged and cannot be opened.</source>
   <translation>Le travail perdu est endommagé et ne peut pas être ouvert.</translation>
  </message>
  <message>
   <source>Your work cannot be put aside on the disk: {}.</source>
   <translation>Votre travail ne peut pas être mis de côté sur le disque : {}.</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>modifié</translation>
  </message>
  <message>
   <source>it belongs to another picture</source>
   <translation>elle appartient à une autre image</translation>
  </message>
  <message>
   <source>it is not there any more</source>
   <translation>il n’existe plus</translation>
  </message>
  <message>
   <source>it was begun by another version of the program</source>
   <translation>elle a été commencée par une autre version du programme</translation>
  </message>
  <message>
   <source>its card cannot be read</source>
   <translation>sa fiche est illisible</translation>
  </message>
  <message>
   <source>pack</source>
   <translation>pack</translation>
  </message>
  <message>
   <source>project</source>
   <translation>projet</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>retiré</translation>
  </message>
  <message>
   <source>renamed</source>
   <translation>renommé</translation>
  </message>
  <message>
   <source>style pack</source>
   <translation>pack de styles</translation>
  </message>
  <message>
   <source>the disk cannot be written</source>
   <translation>le disque est protégé en écriture</translation>
  </message>
  <message>
   <source>the disk is full</source>
   <translation>le disque est plein</translation>
  </message>
  <message>
   <source>the folder “{}” is not there any more</source>
   <translation>le dossier « {} » n’existe plus</translation>
  </message>
  <message>
   <source>the folder “{}” may not be written to</source>
   <translation>le dossier « {} » est protégé en écriture</translation>
  </message>
  <message>
   <source>the library's database cannot be used</source>
   <translation>la base de données de la bibliothèque est inutilisable</translation>
  </message>
  <message>
   <source>the system reports an error</source>
   <translation>le système signale une erreur</translation>
  </message>
  <message>
   <source>there is not enough space on the disk</source>
   <translation>il n’y a pas assez de place sur le disque</translation>
  </message>
  <message>
   <source>this place may not be written to</source>
   <translation>cet emplacement est protégé en écriture</translation>
  </message>
  <message>
   <source>what was kept of it is damaged</source>
   <translation>ce qui en a été gardé est endommagé</translation>
  </message>
  <message>
   <source>{} answers with error {}; try again later.</source>
   <translation>{} répond par l’erreur {} ; réessayez plus tard.</translation>
  </message>
  <message>
   <source>{} came with the wrong content and was deleted: its SHA-256 begins with {}, not with {}.</source>
   <translation>{} est arrivé avec un contenu erroné et a été supprimé : son SHA-256 commence par {} et non par {}.</translation>
  </message>
  <message>
   <source>{} cannot be deleted: {}.</source>
   <translation>Impossible de supprimer {} : {}.</translation>
  </message>
  <message>
   <source>{} cannot be reached: check the network connection ({}).</source>
   <translation>{} est injoignable : vérifiez la connexion réseau ({}).</translation>
  </message>
  <message>
   <source>{} cannot be read: {}.</source>
   <translation>{} est illisible : {}.</translation>
  </message>
  <message>
   <source>{} cannot be saved in {}: {}.</source>
   <translation>{} ne peut pas être enregistré dans {} : {}.</translation>
  </message>
  <message>
   <source>{} cannot be written: {}.</source>
   <translation>Impossible d’écrire {} : {}.</translation>
  </message>
  <message>
   <source>{} cannot go on with the download.</source>
   <translation>{} ne permet pas de reprendre le téléchargement.</translation>
  </message>
  <message>
   <source>{} does not hold the layers of {}.</source>
   <translation>{} ne contient pas les couches de {}.</translation>
  </message>
  <message>
   <source>{} has not been downloaded yet ({} MB).</source>
   <translation>{} n’a pas encore été téléchargé ({} Mo).</translation>
  </message>
  <message>
   <source>{} is damaged or holds more than plain weights, so it is not used.</source>
   <translation>{} est endommagé ou contient autre chose que de simples poids : il n’est pas utilisé.</translation>
  </message>
  <message>
   <source>{} is damaged.</source>
   <translation>{} est endommagé.</translation>
  </message>
  <message>
   <source>{} is missing.</source>
   <translation>{} manque.</translation>
  </message>
  <message>
   <source>{} is not a secure (https) address.</source>
   <translation>{} n’est pas une adresse sécurisée (https).</translation>
  </message>
  <message>
   <source>{} is not there any more (error {}).</source>
   <translation>{} n’existe plus (erreur {}).</translation>
  </message>
  <message>
   <source>{} needs {} MB and {} has {} MB of free space.</source>
   <translation>{} nécessite {} Mo, et {} n’a que {} Mo d’espace libre.</translation>
  </message>
  <message>
   <source>{} pictures of the queue could not be taken up again.</source>
   <translation>{} images de la file d’attente n’ont pas pu être reprises.</translation>
  </message>
  <message>
   <source>{} px need more memory than there is for it, so {} px are painted.</source>
   <translation>{} px demandent plus de mémoire qu’il n’y en a : la peinture se fait en {} px.</translation>
  </message>
  <message>
   <source>{} refuses the download (error {}).</source>
   <translation>{} refuse le téléchargement (erreur {}).</translation>
  </message>
  <message>
   <source>{} sends the download on to an address that is not secure ({}).</source>
   <translation>{} renvoie le téléchargement vers une adresse non sécurisée ({}).</translation>
  </message>
  <message>
   <source>{} sends the wrong part of the file.</source>
   <translation>{} envoie la mauvaise partie du fichier.</translation>
  </message>
  <message>
   <source>{} versions are missing, because their pictures are.</source>
   <translation>Il manque {} versions, car leurs images manquent.</translation>
  </message>
  <message>
   <source>“{}” cannot be made: there is not enough memory.</source>
   <translation>« {} » ne peut pas être créé : la mémoire ne suffit pas.</translation>
  </message>
  <message>
   <source>“{}” cannot be opened: {}.</source>
   <translation>« {} » ne peut pas être ouvert : {}.</translation>
  </message>
  <message>
   <source>“{}” cannot be read ({}).</source>
   <translation>« {} » est illisible ({}).</translation>
  </message>
  <message>
   <source>“{}” cannot be read.</source>
   <translation>« {} » est illisible.</translation>
  </message>
  <message>
   <source>“{}” cannot be read: you do not have permission to open it.</source>
   <translation>« {} » ne peut pas être lu : vous n’avez pas le droit de l’ouvrir.</translation>
  </message>
  <message>
   <source>“{}” cannot be read: {}.</source>
   <translation>« {} » ne peut pas être lu : {}.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved as JPEG: its recipe is too long for that format.</source>
   <translation>« {} » ne peut pas être enregistré en JPEG : sa recette est trop longue pour ce format.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved as {}: its long side of {} pixels is over that format's limit of {}.</source>
   <translation>« {} » ne peut pas être enregistré en {} : son grand côté de {} pixels dépasse la limite de ce format, {}.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: the folder “{}” does not exist.</source>
   <translation>« {} » ne peut pas être enregistré : le dossier « {} » n’existe pas.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: the folder “{}” is gone, perhaps with its drive.</source>
   <translation>« {} » ne peut pas être enregistré : le dossier « {} » a disparu, peut-être avec son disque.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: the folder “{}” may not be written to.</source>
   <translation>« {} » ne peut pas être enregistré : le dossier « {} » est protégé en écriture.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: there is a file of that name that may not be changed.</source>
   <translation>« {} » ne peut pas être enregistré : un fichier protégé porte déjà ce nom.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: there is a folder of that name.</source>
   <translation>« {} » ne peut pas être enregistré : un dossier porte déjà ce nom.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: there is not enough space on the disk.</source>
   <translation>« {} » ne peut pas être enregistré : il n’y a pas assez de place sur le disque.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: {}.</source>
   <translation>« {} » ne peut pas être enregistré : {}.</translation>
  </message>
  <message>
   <source>“{}” cannot be watched: the program keeps its own files there.</source>
   <translation>« {} » ne peut pas être surveillé : le programme y garde ses propres fichiers.</translation>
  </message>
  <message>
   <source>“{}” comes with the program and cannot be {}.</source>
   <translation>« {} » est fourni avec le programme et ne peut pas être {}.</translation>
  </message>
  <message>
   <source>“{}” could not be added: {}.</source>
   <translation>« {} » n’a pas pu être ajouté : {}.</translation>
  </message>
  <message>
   <source>“{}” could not be changed: {}.</source>
   <translation>« {} » n’a pas pu être modifié : {}.</translation>
  </message>
  <message>
   <source>“{}” could not be removed: {}.</source>
   <translation>« {} » n’a pas pu être retiré : {}.</translation>
  </message>
  <message>
   <source>“{}” could not be saved ({}).</source>
   <translation>« {} » n’a pas pu être enregistré ({}).</translation>
  </message>
  <message>
   <source>“{}” could not be written: {}.</source>
   <translation>« {} » n’a pas pu être écrit : {}.</translation>
  </message>
  <message>
   <source>“{}” holds a file with an unsafe name (“{}”) and was not opened.</source>
   <translation>« {} » contient un fichier au nom dangereux (« {} ») et n’a pas été ouvert.</translation>
  </message>
  <message>
   <source>“{}” holds a link (“{}”) and was not opened.</source>
   <translation>« {} » contient un lien (« {} ») et n’a pas été ouvert.</translation>
  </message>
  <message>
   <source>“{}” holds more than {} GB.</source>
   <translation>« {} » contient plus de {} Go.</translation>
  </message>
  <message>
   <source>“{}” holds no presets that this version understands.</source>
   <translation>« {} » ne contient aucun préréglage que cette version comprenne.</translation>
  </message>
  <message>
   <source>“{}” holds too many files: {}s have up to {}.</source>
   <translation>« {} » contient trop de fichiers : un {} en contient {} au plus.</translation>
  </message>
  <message>
   <source>“{}” holds two files that are called “{}”.</source>
   <translation>« {} » contient deux fichiers nommés « {} ».</translation>
  </message>
  <message>
   <source>“{}” holds “{}”, which is watched already.</source>
   <translation>« {} » contient « {} », qui est déjà surveillé.</translation>
  </message>
  <message>
   <source>“{}” is a folder, not a picture.</source>
   <translation>« {} » est un dossier, pas une image.</translation>
  </message>
  <message>
   <source>“{}” is damaged and cannot be opened.</source>
   <translation>« {} » est endommagé et ne peut pas être ouvert.</translation>
  </message>
  <message>
   <source>“{}” is damaged and cannot be read.</source>
   <translation>« {} » est endommagé et illisible.</translation>
  </message>
  <message>
   <source>“{}” is damaged or incomplete and cannot be opened.</source>
   <translation>« {} » est endommagé ou incomplet et ne peut pas être ouvert.</translation>
  </message>
  <message>
   <source>“{}” is damaged: two of its versions have the same name.</source>
   <translation>« {} » est endommagé : deux de ses versions portent le même nom.</translation>
  </message>
  <message>
   <source>“{}” is empty: the file has 0 bytes.</source>
   <translation>« {} » est vide : le fichier fait 0 octet.</translation>
  </message>
  <message>
   <source>“{}” is encrypted and cannot be opened.</source>
   <translation>« {} » est chiffré et ne peut pas être ouvert.</translation>
  </message>
  <message>
   <source>“{}” is in “{}”, which is watched already.</source>
   <translation>« {} » se trouve dans « {} », qui est déjà surveillé.</translation>
  </message>
  <message>
   <source>“{}” is larger inside than it says, and was not read.</source>
   <translation>« {} » est plus grand à l’intérieur qu’annoncé et n’a pas été lu.</translation>
  </message>
  <message>
   <source>“{}” is missing in the {}.</source>
   <translation>« {} » manque dans le {}.</translation>
  </message>
  <message>
   <source>“{}” is no project of stylegui.</source>
   <translation>« {} » n’est pas un projet de stylegui.</translation>
  </message>
  <message>
   <source>“{}” is no style pack: it has no list of styles.</source>
   <translation>« {} » n’est pas un pack de styles : il n’a pas de liste de styles.</translation>
  </message>
  <message>
   <source>“{}” is no style pack: its list of styles is not as it should be.</source>
   <translation>« {} » n’est pas un pack de styles valide : sa liste de styles est incorrecte.</translation>
  </message>
  <message>
   <source>“{}” is no {}, or only a part of one.</source>
   <translation>« {} » n’est pas un {}, ou n’en est qu’une partie.</translation>
  </message>
  <message>
   <source>“{}” is not a file that can be opened as a picture.</source>
   <translation>« {} » n’est pas un fichier que l’on puisse ouvrir comme image.</translation>
  </message>
  <message>
   <source>“{}” is not a picture, or of a kind that cannot be opened.</source>
   <translation>« {} » n’est pas une image, ou son format n’est pas pris en charge.</translation>
  </message>
  <message>
   <source>“{}” is not watched.</source>
   <translation>« {} » n’est pas surveillé.</translation>
  </message>
  <message>
   <source>“{}” is packed in a way that {}s are not.</source>
   <translation>« {} » est compressé d’une façon inhabituelle pour un {}.</translation>
  </message>
  <message>
   <source>“{}” is too large to open: files up to {} GB are read.</source>
   <translation>« {} » est trop volumineux : la limite est de {} Go par fichier.</translation>
  </message>
  <message>
   <source>“{}” is too large to open: {} × {} pixels, and the limit is {} megapixels.</source>
   <translation>« {} » est trop grand : {} × {} pixels, pour une limite de {} mégapixels.</translation>
  </message>
  <message>
   <source>“{}” is too large: {} × {} pixels.</source>
   <translation>« {} » est trop grand : {} × {} pixels.</translation>
  </message>
  <message>
   <source>“{}” is too large: {}s have up to {} GB.</source>
   <translation>« {} » est trop volumineux : un {} fait {} Go au plus.</translation>
  </message>
  <message>
   <source>“{}” is too large: {}s hold files of up to {} MB.</source>
   <translation>« {} » est trop volumineux : un {} contient des fichiers de {} Mo au plus.</translation>
  </message>
  <message>
   <source>“{}” was left out: its picture is in the pack under another title.</source>
   <translation>« {} » a été ignoré : son image figure dans le pack sous un autre titre.</translation>
  </message>
  <message>
   <source>“{}” was made by a newer version of the program.</source>
   <translation>« {} » vient d’une version plus récente du programme.</translation>
  </message>
  <message>
   <source>“{}” was not found; it may have been moved or deleted.</source>
   <translation>« {} » est introuvable ; il a peut-être été déplacé ou supprimé.</translation>
  </message>
  <message>
   <source>“{}” was saved by a newer version of stylegui. Update the program to open it.</source>
   <translation>« {} » a été enregistré par une version plus récente de stylegui. Mettez le programme à jour pour l’ouvrir.</translation>
  </message>
  <message>
   <source>“{}” would grow too large when it is unpacked, and was not opened.</source>
   <translation>« {} » deviendrait trop volumineux une fois décompressé et n’a pas été ouvert.</translation>
  </message>
 </context>
 <context>
  <name>MixerCorner</name>
  <message>
   <source>Nothing but “{}”</source>
   <translation>Seulement « {} »</translation>
  </message>
  <message>
   <source>“{}”. Click for nothing but this style.</source>
   <translation>« {} ». Cliquez pour n’avoir que ce style.</translation>
  </message>
 </context>
 <context>
  <name>MixerField</name>
  <message>
   <source>Drag the point to mix the styles. Double-click for equal parts.</source>
   <translation>Faites glisser le point pour doser les styles. Double-cliquez pour des parts égales.</translation>
  </message>
  <message>
   <source>Equal parts</source>
   <translation>Parts égales</translation>
  </message>
  <message>
   <source>Mix of the styles</source>
   <translation>Dosage des styles</translation>
  </message>
  <message>
   <source>Nothing but “{}”</source>
   <translation>Seulement « {} »</translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message>
   <source>The log tells of {} more.</source>
   <translation>Le journal en signale {} de plus.</translation>
  </message>
 </context>
 <context>
  <name>Notifying</name>
  <message>
   <source>Everything is painted.</source>
   <translation>Tout est peint.</translation>
  </message>
  <message>
   <source>{} more in the queue.</source>
   <translation>Encore {} dans la file d’attente.</translation>
  </message>
  <message>
   <source>“{}” could not be painted</source>
   <translation>« {} » n’a pas pu être peint</translation>
  </message>
  <message>
   <source>“{}” is painted</source>
   <translation>« {} » est peint</translation>
  </message>
 </context>
 <context>
  <name>OrderButton</name>
  <message>
   <source>As in a gallery</source>
   <translation>Comme dans un musée</translation>
  </message>
  <message>
   <source>Best rated first</source>
   <translation>Les mieux notés d’abord</translation>
  </message>
  <message>
   <source>By artist</source>
   <translation>Par artiste</translation>
  </message>
  <message>
   <source>By title</source>
   <translation>Par titre</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>Les plus récents d’abord</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Ordre</translation>
  </message>
  <message>
   <source>Order: {}</source>
   <translation>Ordre : {}</translation>
  </message>
 </context>
 <context>
  <name>PaintPanel</name>
  <message>
   <source>Engine</source>
   <translation>Moteur</translation>
  </message>
  <message>
   <source>In one pass: the picture follows every change at once.</source>
   <translation>En une passe : l’image suit aussitôt chaque changement.</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Other ways to start</source>
   <translation>Autres façons de démarrer</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Paint</translation>
  </message>
  <message>
   <source>Step by step: takes longer, with strokes that fit the photo better.</source>
   <translation>Étape par étape : plus long, avec des touches qui épousent mieux la photo.</translation>
  </message>
 </context>
 <context>
  <name>PaintParams</name>
  <message>
   <source>Adam</source>
   <translation>Adam</translation>
  </message>
  <message>
   <source>Adam, or L-BFGS as in the original paper (slower, small pictures only).</source>
   <translation>Adam, ou L-BFGS comme dans l’article d’origine (plus lent, petites images seulement).</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>Taille du pinceau</translation>
  </message>
  <message>
   <source>Built-in</source>
   <translation>Intégré</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Couleur</translation>
  </message>
  <message>
   <source>Colour clean-up</source>
   <translation>Nettoyage des couleurs</translation>
  </message>
  <message>
   <source>Content layers</source>
   <translation>Couches de contenu</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Ébauche</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>Fine</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>Bonne</translation>
  </message>
  <message>
   <source>Gram</source>
   <translation>Gram</translation>
  </message>
  <message>
   <source>Holds neighbouring pixels together (total variation).</source>
   <translation>Maintient ensemble les pixels voisins (variation totale).</translation>
  </message>
  <message>
   <source>How far the painting may leave the photo. It means the same for every style.</source>
   <translation>Jusqu’où la peinture peut s’éloigner de la photo. Le sens est le même pour tous les styles.</translation>
  </message>
  <message>
   <source>How long to paint: a quick draft, a good picture, or the finest the program can do.</source>
   <translation>Combien de temps peindre : une ébauche rapide, une bonne image, ou le plus fin dont le programme soit capable.</translation>
  </message>
  <message>
   <source>How style is compared: mean and covariance, Gram matrix, or Wasserstein distance.</source>
   <translation>Comment le style est comparé : moyenne et covariance, matrice de Gram ou distance de Wasserstein.</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>L-BFGS</source>
   <translation>L-BFGS</translation>
  </message>
  <message>
   <source>Last result</source>
   <translation>Dernier résultat</translation>
  </message>
  <message>
   <source>Lightness only</source>
   <translation>Luminosité seule</translation>
  </message>
  <message>
   <source>Long side of the finished picture.</source>
   <translation>Grand côté de l’image terminée.</translation>
  </message>
  <message>
   <source>Moments</source>
   <translation>Moments</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message>
   <source>Noise</source>
   <translation>Bruit</translation>
  </message>
  <message>
   <source>Optimiser</source>
   <translation>Optimiseur</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualité</translation>
  </message>
  <message>
   <source>Removes colour noise and bleeding at the end: 0 leaves the paint as it is.</source>
   <translation>Retire à la fin le bruit et les bavures de couleur : 0 laisse la peinture telle quelle.</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Graine</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Size of the style's strokes: smaller for delicate work, larger for bold.</source>
   <translation>Taille des touches du style : petites pour un travail délicat, grandes pour un rendu audacieux.</translation>
  </message>
  <message>
   <source>Smoothness</source>
   <translation>Lissage</translation>
  </message>
  <message>
   <source>SqueezeNet</source>
   <translation>SqueezeNet</translation>
  </message>
  <message>
   <source>Start from</source>
   <translation>Partir de</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Intensité</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
  <message>
   <source>Style colours</source>
   <translation>Couleurs du style</translation>
  </message>
  <message>
   <source>Style layers</source>
   <translation>Couches de style</translation>
  </message>
  <message>
   <source>Style loss</source>
   <translation>Perte de style</translation>
  </message>
  <message>
   <source>The same seed gives the same picture again.</source>
   <translation>La même graine redonne la même image.</translation>
  </message>
  <message>
   <source>VGG-19</source>
   <translation>VGG-19</translation>
  </message>
  <message>
   <source>Wasserstein-2</source>
   <translation>Wasserstein-2</translation>
  </message>
  <message>
   <source>Weight of each layer that holds on to the photo; empty for the network's own.</source>
   <translation>Poids de chaque couche qui retient la photo ; vide pour ceux du réseau.</translation>
  </message>
  <message>
   <source>Weight of each layer that takes from the style; empty for the network's own.</source>
   <translation>Poids de chaque couche qui puise dans le style ; vide pour ceux du réseau.</translation>
  </message>
  <message>
   <source>What painting begins with: the photo, the photo in one pass of Instant, noise, noise in style colours, or the last result.</source>
   <translation>Ce dont part la peinture : la photo, la photo en une passe d’Instant, du bruit, du bruit aux couleurs du style, ou le dernier résultat.</translation>
  </message>
  <message>
   <source>What the program sees with: its own network, or one that it downloads when you ask for it.</source>
   <translation>Ce avec quoi le programme voit : son propre réseau, ou un autre qu’il télécharge à votre demande.</translation>
  </message>
  <message>
   <source>Whose colours the picture has: the style's, the photo's, or the photo's under painted light.</source>
   <translation>À qui l’image emprunte ses couleurs : au style, à la photo, ou à la photo sous une lumière peinte.</translation>
  </message>
 </context>
 <context>
  <name>PaintView</name>
  <message>
   <source>&amp;Pause</source>
   <translation>&amp;Pause</translation>
  </message>
  <message>
   <source>&amp;Resume</source>
   <translation>&amp;Reprendre</translation>
  </message>
  <message>
   <source>Another picture is being painted. This one would be added to the queue.</source>
   <translation>Une autre image est en cours de peinture. Celle-ci serait ajoutée à la file d’attente.</translation>
  </message>
  <message>
   <source>Back to version {}</source>
   <translation>Revenir à la version {}</translation>
  </message>
  <message>
   <source>Being painted</source>
   <translation>En cours de peinture</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>Télécharger…</translation>
  </message>
  <message>
   <source>Getting ready…</source>
   <translation>Préparation…</translation>
  </message>
  <message>
   <source>It is kept as version {}.</source>
   <translation>Elle est gardée comme version {}.</translation>
  </message>
  <message>
   <source>Painted at {} × {} px in {}.</source>
   <translation>Peinte en {} × {} px en {}.</translation>
  </message>
  <message>
   <source>Painting</source>
   <translation>Peinture</translation>
  </message>
  <message>
   <source>Painting at full size</source>
   <translation>Peinture en taille réelle</translation>
  </message>
  <message>
   <source>Painting begins…</source>
   <translation>La peinture commence…</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pause</translation>
  </message>
  <message>
   <source>Paused ({} to go on)</source>
   <translation>En pause ({} pour reprendre)</translation>
  </message>
  <message>
   <source>Photo {} × {} px</source>
   <translation>Photo {} × {} px</translation>
  </message>
  <message>
   <source>Preparing…</source>
   <translation>Préparation…</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Aperçu</translation>
  </message>
  <message>
   <source>Preview · version {} is kept</source>
   <translation>Aperçu · la version {} est conservée</translation>
  </message>
  <message>
   <source>Preview: {}</source>
   <translation>Aperçu : {}</translation>
  </message>
  <message>
   <source>Settings of the look bend this picture while it is painted; the others are for the next.</source>
   <translation>Les réglages du rendu infléchissent cette image pendant sa peinture ; les autres sont pour la suivante.</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>L’afficher</translation>
  </message>
  <message>
   <source>Step {} of {}</source>
   <translation>Étape {} sur {}</translation>
  </message>
  <message>
   <source>Stopped. The picture as it stands is kept ({} × {} px).</source>
   <translation>Arrêtée. L’image est gardée telle quelle ({} × {} px).</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Arrêt…</translation>
  </message>
  <message>
   <source>Trying on “{}”</source>
   <translation>Essai de « {} »</translation>
  </message>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
  <message>
   <source>Version {} · {} × {} px</source>
   <translation>Version {} · {} × {} px</translation>
  </message>
  <message>
   <source>{} left</source>
   <translation>encore {}</translation>
  </message>
  <message>
   <source>“{}” is painted.</source>
   <translation>« {} » est peint.</translation>
  </message>
 </context>
 <context>
  <name>PainterList</name>
  <message>
   <source>Painters</source>
   <translation>Peintres</translation>
  </message>
 </context>
 <context>
  <name>Painters</name>
  <message>
   <source>Art deco inlay</source>
   <translation>Marqueterie Art déco</translation>
  </message>
  <message>
   <source>Art nouveau poster</source>
   <translation>Affiche Art nouveau</translation>
  </message>
  <message>
   <source>Aurora in pastel</source>
   <translation>Aurore au pastel</translation>
  </message>
  <message>
   <source>Batik</source>
   <translation>Batik</translation>
  </message>
  <message>
   <source>Blueprint</source>
   <translation>Plan d’architecte</translation>
  </message>
  <message>
   <source>Charcoal and chalk</source>
   <translation>Fusain et craie</translation>
  </message>
  <message>
   <source>Circuit board</source>
   <translation>Circuit imprimé</translation>
  </message>
  <message>
   <source>Cubist facets</source>
   <translation>Facettes cubistes</translation>
  </message>
  <message>
   <source>De Stijl</source>
   <translation>De Stijl</translation>
  </message>
  <message>
   <source>Divided dabs</source>
   <translation>Touches divisées</translation>
  </message>
  <message>
   <source>Embroidery</source>
   <translation>Broderie</translation>
  </message>
  <message>
   <source>Fine points</source>
   <translation>Points fins</translation>
  </message>
  <message>
   <source>Flow impasto</source>
   <translation>Pâte fluide</translation>
  </message>
  <message>
   <source>Folded paper</source>
   <translation>Papier plié</translation>
  </message>
  <message>
   <source>Frost on glass</source>
   <translation>Givre sur verre</translation>
  </message>
  <message>
   <source>Grown relief</source>
   <translation>Relief organique</translation>
  </message>
  <message>
   <source>Ink wash</source>
   <translation>Lavis d’encre</translation>
  </message>
  <message>
   <source>Kintsugi</source>
   <translation>Kintsugi</translation>
  </message>
  <message>
   <source>Linocut</source>
   <translation>Linogravure</translation>
  </message>
  <message>
   <source>Long divided strokes</source>
   <translation>Longues touches</translation>
  </message>
  <message>
   <source>Marbling</source>
   <translation>Marbrure</translation>
  </message>
  <message>
   <source>Mosaic</source>
   <translation>Mosaïque</translation>
  </message>
  <message>
   <source>Nebula in acrylic</source>
   <translation>Nébuleuse acrylique</translation>
  </message>
  <message>
   <source>Orphist discs</source>
   <translation>Disques orphiques</translation>
  </message>
  <message>
   <source>Paisley print</source>
   <translation>Imprimé cachemire</translation>
  </message>
  <message>
   <source>Palette knife</source>
   <translation>Couteau à palette</translation>
  </message>
  <message>
   <source>Pen stipple</source>
   <translation>Pointillé à la plume</translation>
  </message>
  <message>
   <source>Risograph</source>
   <translation>Risographie</translation>
  </message>
  <message>
   <source>Spray paint</source>
   <translation>Peinture à la bombe</translation>
  </message>
  <message>
   <source>Stained glass</source>
   <translation>Vitrail</translation>
  </message>
  <message>
   <source>Suprematist</source>
   <translation>Suprématisme</translation>
  </message>
  <message>
   <source>Tapestry</source>
   <translation>Tapisserie</translation>
  </message>
  <message>
   <source>Ukiyo-e print</source>
   <translation>Estampe ukiyo-e</translation>
  </message>
  <message>
   <source>Watercolour</source>
   <translation>Aquarelle</translation>
  </message>
  <message>
   <source>Woodcut</source>
   <translation>Gravure sur bois</translation>
  </message>
 </context>
 <context>
  <name>PaletteList</name>
  <message>
   <source>Palettes</source>
   <translation>Palettes</translation>
  </message>
 </context>
 <context>
  <name>PaletteModel</name>
  <message>
   <source>From my photo</source>
   <translation>De ma photo</translation>
  </message>
  <message>
   <source>Open a photo to take its colours.</source>
   <translation>Ouvrez une photo pour en prendre les couleurs.</translation>
  </message>
  <message>
   <source>The painter's own</source>
   <translation>Celles du peintre</translation>
  </message>
 </context>
 <context>
  <name>Palettes</name>
  <message>
   <source>Blue Nocturne</source>
   <translation>Nocturne bleu</translation>
  </message>
  <message>
   <source>Blueprint</source>
   <translation>Plan d’architecte</translation>
  </message>
  <message>
   <source>Candy Poster</source>
   <translation>Affiche acidulée</translation>
  </message>
  <message>
   <source>Carnival</source>
   <translation>Carnaval</translation>
  </message>
  <message>
   <source>Cave Wall</source>
   <translation>Paroi de grotte</translation>
  </message>
  <message>
   <source>Deep Reef</source>
   <translation>Récif profond</translation>
  </message>
  <message>
   <source>Desert Road</source>
   <translation>Route du désert</translation>
  </message>
  <message>
   <source>Fauve</source>
   <translation>Fauve</translation>
  </message>
  <message>
   <source>Graphite</source>
   <translation>Graphite</translation>
  </message>
  <message>
   <source>Harbour Fog</source>
   <translation>Brume au port</translation>
  </message>
  <message>
   <source>Indigo and Ochre</source>
   <translation>Indigo et ocre</translation>
  </message>
  <message>
   <source>Island Noon</source>
   <translation>Midi sur l’île</translation>
  </message>
  <message>
   <source>Lavender Field</source>
   <translation>Champ de lavande</translation>
  </message>
  <message>
   <source>Lily Pond</source>
   <translation>Étang aux nymphéas</translation>
  </message>
  <message>
   <source>Moonlit Plum</source>
   <translation>Prune au clair de lune</translation>
  </message>
  <message>
   <source>Moss and Fern</source>
   <translation>Mousse et fougère</translation>
  </message>
  <message>
   <source>Neon Rain</source>
   <translation>Pluie de néons</translation>
  </message>
  <message>
   <source>Nordic Winter</source>
   <translation>Hiver nordique</translation>
  </message>
  <message>
   <source>Northern Lights</source>
   <translation>Aurore boréale</translation>
  </message>
  <message>
   <source>Old Master</source>
   <translation>Maître ancien</translation>
  </message>
  <message>
   <source>Peony</source>
   <translation>Pivoine</translation>
  </message>
  <message>
   <source>Primaries</source>
   <translation>Primaires</translation>
  </message>
  <message>
   <source>Rain on Slate</source>
   <translation>Pluie sur l’ardoise</translation>
  </message>
  <message>
   <source>Riso</source>
   <translation>Riso</translation>
  </message>
  <message>
   <source>Sea Glass</source>
   <translation>Verre de mer</translation>
  </message>
  <message>
   <source>Sepia</source>
   <translation>Sépia</translation>
  </message>
  <message>
   <source>September</source>
   <translation>Septembre</translation>
  </message>
  <message>
   <source>Spring Orchard</source>
   <translation>Verger au printemps</translation>
  </message>
  <message>
   <source>Sumi and Vermilion</source>
   <translation>Sumi et vermillon</translation>
  </message>
  <message>
   <source>Terracotta</source>
   <translation>Terre cuite</translation>
  </message>
  <message>
   <source>Volcano</source>
   <translation>Volcan</translation>
  </message>
  <message>
   <source>Woodblock</source>
   <translation>Bois gravé</translation>
  </message>
 </context>
 <context>
  <name>ParameterGroups</name>
  <message>
   <source>Advanced</source>
   <translation>Avancé</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Apparence</translation>
  </message>
  <message>
   <source>Behaviour</source>
   <translation>Comportement</translation>
  </message>
  <message>
   <source>Canvas</source>
   <translation>Toile</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Rendu</translation>
  </message>
  <message>
   <source>Performance</source>
   <translation>Performances</translation>
  </message>
 </context>
 <context>
  <name>ParameterPanel</name>
  <message>
   <source>{} is not on this computer yet.</source>
   <translation>{} n’est pas encore sur cet ordinateur.</translation>
  </message>
 </context>
 <context>
  <name>ParameterRow</name>
  <message>
   <source>Back to {}</source>
   <translation>Revenir à {}</translation>
  </message>
  <message>
   <source>Usual: {}. Double-click the name to go back to it.</source>
   <translation>Par défaut : {}. Double-cliquez sur le nom pour y revenir.</translation>
  </message>
  <message>
   <source>{} (changed)</source>
   <translation>{} (modifié)</translation>
  </message>
  <message>
   <source>{}: back to {}</source>
   <translation>{} : revenir à {}</translation>
  </message>
 </context>
 <context>
  <name>Preferences</name>
  <message>
   <source>Delete</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>This network is missing. Please install stylegui again.</source>
   <translation>Ce réseau manque. Veuillez réinstaller stylegui.</translation>
  </message>
  <message>
   <source>This value is not possible.</source>
   <translation>Cette valeur n’est pas possible.</translation>
  </message>
  <message>
   <source>Undo brings it back.</source>
   <translation>Annuler le fait revenir.</translation>
  </message>
 </context>
 <context>
  <name>PresetBar</name>
  <message>
   <source>Delete</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>Load presets…</source>
   <translation>Charger des préréglages…</translation>
  </message>
  <message>
   <source>My presets</source>
   <translation>Mes préréglages</translation>
  </message>
  <message>
   <source>Preset</source>
   <translation>Préréglage</translation>
  </message>
  <message>
   <source>Ready-made settings, and your own. Size, quality and seed stay as they are.</source>
   <translation>Des réglages tout prêts, et les vôtres. La taille, la qualité et la graine ne changent pas.</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Renommer…</translation>
  </message>
  <message>
   <source>Replace with the settings shown</source>
   <translation>Remplacer par les réglages affichés</translation>
  </message>
  <message>
   <source>Save all to a file…</source>
   <translation>Tout enregistrer dans un fichier…</translation>
  </message>
  <message>
   <source>Save as preset…</source>
   <translation>Enregistrer comme préréglage…</translation>
  </message>
 </context>
 <context>
  <name>PresetList</name>
  <message>
   <source>Change this preset</source>
   <translation>Modifier ce préréglage</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>Préréglages</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Renommer</translation>
  </message>
  <message>
   <source>Replace with own settings</source>
   <translation>Remplacer par des réglages personnels</translation>
  </message>
  <message>
   <source>Save as preset</source>
   <translation>Nouveau préréglage</translation>
  </message>
 </context>
 <context>
  <name>Presetting</name>
  <message>
   <source>Abstract</source>
   <translation>Abstrait</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Tous les fichiers</translation>
  </message>
  <message>
   <source>As usual</source>
   <translation>Par défaut</translation>
  </message>
  <message>
   <source>Fine and detailed</source>
   <translation>Fin et détaillé</translation>
  </message>
  <message>
   <source>In the photo's colours</source>
   <translation>Aux couleurs de la photo</translation>
  </message>
  <message>
   <source>Load presets</source>
   <translation>Charger des préréglages</translation>
  </message>
  <message>
   <source>Look “{}”</source>
   <translation>Rendu « {} »</translation>
  </message>
  <message>
   <source>My look</source>
   <translation>Mon rendu</translation>
  </message>
  <message>
   <source>Name of the preset</source>
   <translation>Nom du préréglage</translation>
  </message>
  <message>
   <source>Oil, broad strokes</source>
   <translation>Huile, larges touches</translation>
  </message>
  <message>
   <source>Own settings</source>
   <translation>Réglages personnels</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>Préréglages</translation>
  </message>
  <message>
   <source>Rename preset</source>
   <translation>Renommer le préréglage</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Enregistrer</translation>
  </message>
  <message>
   <source>Save as preset</source>
   <translation>Nouveau préréglage</translation>
  </message>
  <message>
   <source>Save presets</source>
   <translation>Enregistrer les préréglages</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>« {} » est enregistré.</translation>
  </message>
  <message>
   <source>The preset “{}” is deleted.</source>
   <translation>Le préréglage « {} » est supprimé.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Watercolour, soft</source>
   <translation>Aquarelle, douce</translation>
  </message>
  <message>
   <source>{} presets were loaded.</source>
   <translation>{} préréglages ont été chargés.</translation>
  </message>
 </context>
 <context>
  <name>ProjectQuestions</name>
  <message>
   <source>Do you want to save the project?</source>
   <translation>Voulez-vous enregistrer le projet ?</translation>
  </message>
  <message>
   <source>Open project</source>
   <translation>Ouvrir un projet</translation>
  </message>
  <message>
   <source>Overwrite the project?</source>
   <translation>Écraser le projet ?</translation>
  </message>
  <message>
   <source>Save project</source>
   <translation>Enregistrer le projet</translation>
  </message>
  <message>
   <source>Save your work?</source>
   <translation>Enregistrer votre travail ?</translation>
  </message>
  <message>
   <source>There is a project “{}” already. Do you want to replace it?</source>
   <translation>Un projet « {} » existe déjà. Voulez-vous le remplacer ?</translation>
  </message>
  <message>
   <source>stylegui projects</source>
   <translation>Projets stylegui</translation>
  </message>
  <message>
   <source>“{}” was changed by another program since you opened it. If you save now, those changes are lost. You can keep both with “Save as”.</source>
   <translation>« {} » a été modifié par un autre programme depuis que vous l’avez ouvert. Si vous enregistrez maintenant, ces modifications seront perdues. « Enregistrer sous » permet de garder les deux.</translation>
  </message>
 </context>
 <context>
  <name>Projecting</name>
  <message>
   <source>A new project: open a photo to begin.</source>
   <translation>Nouveau projet : ouvrez une photo pour commencer.</translation>
  </message>
  <message>
   <source>A picture is being painted here. Let it finish or stop it first.</source>
   <translation>Une image est en cours de peinture ici. Laissez-la se terminer ou arrêtez-la d’abord.</translation>
  </message>
  <message>
   <source>A result has not been saved or exported.</source>
   <translation>Un résultat n’a été ni enregistré ni exporté.</translation>
  </message>
  <message>
   <source>Open in a new window</source>
   <translation>Ouvrir dans une nouvelle fenêtre</translation>
  </message>
  <message>
   <source>Opened “{}”.</source>
   <translation>« {} » est ouvert.</translation>
  </message>
  <message>
   <source>Opening “{}”…</source>
   <translation>Ouverture de « {} »…</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>« {} » est enregistré.</translation>
  </message>
  <message>
   <source>Saving “{}”…</source>
   <translation>Enregistrement de « {} »…</translation>
  </message>
  <message>
   <source>Use it here</source>
   <translation>L’utiliser ici</translation>
  </message>
  <message>
   <source>{} results have not been saved or exported.</source>
   <translation>{} résultats n’ont été ni enregistrés ni exportés.</translation>
  </message>
  <message>
   <source>“{}” has changes that are not saved.</source>
   <translation>« {} » contient des modifications non enregistrées.</translation>
  </message>
  <message>
   <source>“{}” is open in another window. Please choose another name.</source>
   <translation>« {} » est ouvert dans une autre fenêtre. Veuillez choisir un autre nom.</translation>
  </message>
  <message>
   <source>“{}” is open in another window. You see a copy of it, to be saved under another name.</source>
   <translation>« {} » est ouvert dans une autre fenêtre. Vous en voyez une copie, à enregistrer sous un autre nom.</translation>
  </message>
  <message>
   <source>“{}” may be open on the computer “{}”. You see a copy of it.</source>
   <translation>« {} » est peut-être ouvert sur l’ordinateur « {} ». Vous en voyez une copie.</translation>
  </message>
 </context>
 <context>
  <name>Queue</name>
  <message>
   <source>1 more in the queue</source>
   <translation>encore 1 dans la file d’attente</translation>
  </message>
  <message>
   <source>1 waits</source>
   <translation>1 en attente</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Suivant</translation>
  </message>
  <message>
   <source>Not painted</source>
   <translation>Non peinte</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>Suspendue</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Paint</translation>
  </message>
  <message>
   <source>Painted</source>
   <translation>Peinte</translation>
  </message>
  <message>
   <source>Painted in {}</source>
   <translation>Peinte en {}</translation>
  </message>
  <message>
   <source>Painting</source>
   <translation>Peinture</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pause</translation>
  </message>
  <message>
   <source>Preparing…</source>
   <translation>Préparation…</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Arrêtée</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Arrêt…</translation>
  </message>
  <message>
   <source>Untitled</source>
   <translation>Sans titre</translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>En attente</translation>
  </message>
  <message>
   <source>about {}</source>
   <translation>environ {}</translation>
  </message>
  <message>
   <source>at least {} left</source>
   <translation>encore au moins {}</translation>
  </message>
  <message>
   <source>on hold</source>
   <translation>suspendue</translation>
  </message>
  <message>
   <source>{} left</source>
   <translation>encore {}</translation>
  </message>
  <message>
   <source>{} more in the queue</source>
   <translation>encore {} dans la file d’attente</translation>
  </message>
  <message>
   <source>{} wait</source>
   <translation>{} en attente</translation>
  </message>
 </context>
 <context>
  <name>QueueHeader</name>
  <message>
   <source>&amp;Remove all that wait</source>
   <translation>&amp;Retirer tout ce qui attend</translation>
  </message>
  <message>
   <source>&amp;Stop this picture</source>
   <translation>&amp;Arrêter cette image</translation>
  </message>
  <message>
   <source>Clear what is done</source>
   <translation>Effacer ce qui est terminé</translation>
  </message>
  <message>
   <source>Close the queue</source>
   <translation>Fermer la file d’attente</translation>
  </message>
  <message>
   <source>Go on painting</source>
   <translation>Reprendre la peinture</translation>
  </message>
  <message>
   <source>Pause the picture that is painted</source>
   <translation>Mettre en pause l’image en cours</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>File d’attente</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Stop &amp;everything</source>
   <translation>&amp;Tout arrêter</translation>
  </message>
 </context>
 <context>
  <name>QueueKeeping</name>
  <message>
   <source>One picture of the queue could not be taken up again.</source>
   <translation>Une image de la file d’attente n’a pas pu être reprise.</translation>
  </message>
  <message>
   <source>{} pictures of the queue could not be taken up again.</source>
   <translation>{} images de la file d’attente n’ont pas pu être reprises.</translation>
  </message>
 </context>
 <context>
  <name>QueuePanel</name>
  <message>
   <source>Pictures line up here. Start another one while one is painted, or press {}.</source>
   <translation>Les images attendent ici leur tour. Démarrez-en une autre pendant qu’une image se peint, ou appuyez sur {}.</translation>
  </message>
  <message>
   <source>Pictures line up here. Start another one while one is painted.</source>
   <translation>Les images attendent ici leur tour. Démarrez-en une autre pendant qu’une image se peint.</translation>
  </message>
 </context>
 <context>
  <name>QueueQuestion</name>
  <message>
   <source>&amp;Go on later</source>
   <translation>&amp;Continuer plus tard</translation>
  </message>
  <message>
   <source>&amp;Stop painting</source>
   <translation>&amp;Arrêter la peinture</translation>
  </message>
  <message>
   <source>A picture is being painted.</source>
   <translation>Une image est en cours de peinture.</translation>
  </message>
  <message>
   <source>Close stylegui?</source>
   <translation>Fermer stylegui ?</translation>
  </message>
  <message>
   <source>One more waits.</source>
   <translation>Une autre attend.</translation>
  </message>
  <message>
   <source>Your work can be kept as it is, and painting goes on where it was when you open stylegui again.</source>
   <translation>Votre travail peut être gardé tel quel, et la peinture reprendra là où elle en était à la prochaine ouverture de stylegui.</translation>
  </message>
  <message>
   <source>{} more wait.</source>
   <translation>{} autres attendent.</translation>
  </message>
 </context>
 <context>
  <name>QueueView</name>
  <message>
   <source>Alt with the up and down keys moves a picture that waits, Space pauses the one that is painted, Delete removes a picture, Enter tries a failed one again or shows what was painted.</source>
   <translation>Alt avec les flèches haut et bas déplace une image en attente, Espace met en pause celle qui est peinte, Suppr retire une image, Entrée réessaie une image en échec ou affiche ce qui a été peint.</translation>
  </message>
  <message>
   <source>Queue of pictures</source>
   <translation>File d’attente des images</translation>
  </message>
 </context>
 <context>
  <name>Queueing</name>
  <message>
   <source>&amp;Add to queue</source>
   <translation>&amp;Ajouter à la file d’attente</translation>
  </message>
  <message>
   <source>&amp;Go on</source>
   <translation>&amp;Continuer</translation>
  </message>
  <message>
   <source>&amp;Go on where it was</source>
   <translation>&amp;Reprendre là où elle en était</translation>
  </message>
  <message>
   <source>&amp;Pause</source>
   <translation>&amp;Pause</translation>
  </message>
  <message>
   <source>&amp;Remove from the list</source>
   <translation>&amp;Retirer de la liste</translation>
  </message>
  <message>
   <source>&amp;Remove from the queue</source>
   <translation>&amp;Retirer de la file d’attente</translation>
  </message>
  <message>
   <source>&amp;Start</source>
   <translation>&amp;Démarrer</translation>
  </message>
  <message>
   <source>&amp;Stop and keep the picture as it is</source>
   <translation>&amp;Arrêter et garder l’image telle quelle</translation>
  </message>
  <message>
   <source>Move &amp;down</source>
   <translation>De&amp;scendre</translation>
  </message>
  <message>
   <source>Move &amp;up</source>
   <translation>Mo&amp;nter</translation>
  </message>
  <message>
   <source>Paint &amp;last</source>
   <translation>Peindre en dern&amp;ier</translation>
  </message>
  <message>
   <source>Paint &amp;next</source>
   <translation>Peindre &amp;ensuite</translation>
  </message>
  <message>
   <source>Paint it &amp;again</source>
   <translation>Peindre à no&amp;uveau</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>File d’attente</translation>
  </message>
  <message>
   <source>Sho&amp;w the result</source>
   <translation>Afficher le résu&amp;ltat</translation>
  </message>
  <message>
   <source>Show the p&amp;hoto that is painted</source>
   <translation>Afficher la p&amp;hoto peinte</translation>
  </message>
  <message>
   <source>“{}” could not be painted; the queue tells why.</source>
   <translation>« {} » n’a pas pu être peint ; la file d’attente dit pourquoi.</translation>
  </message>
  <message>
   <source>“{}” is number {} in the queue.</source>
   <translation>« {} » est en position {} dans la file d’attente.</translation>
  </message>
 </context>
 <context>
  <name>RatingStrip</name>
  <message>
   <source>Reject (R)</source>
   <translation>Rejeter (R)</translation>
  </message>
  <message>
   <source>Work on this version (Enter)</source>
   <translation>Travailler sur cette version (Entrée)</translation>
  </message>
  <message>
   <source>{} stars ({})</source>
   <translation>{} étoiles ({})</translation>
  </message>
 </context>
 <context>
  <name>RecentMenu</name>
  <message>
   <source>Clear list</source>
   <translation>Effacer la liste</translation>
  </message>
  <message>
   <source>Nothing yet</source>
   <translation>Rien pour l’instant</translation>
  </message>
 </context>
 <context>
  <name>Recovering</name>
  <message>
   <source>1 painting job</source>
   <translation>1 peinture en cours</translation>
  </message>
  <message>
   <source>1 version</source>
   <translation>1 version</translation>
  </message>
  <message>
   <source>Delete this work?</source>
   <translation>Supprimer ce travail ?</translation>
  </message>
  <message>
   <source>It cannot be brought back after that.</source>
   <translation>Il ne pourra plus être récupéré.</translation>
  </message>
  <message>
   <source>Restoring your work…</source>
   <translation>Restauration de votre travail…</translation>
  </message>
  <message>
   <source>Untitled</source>
   <translation>Sans titre</translation>
  </message>
  <message>
   <source>Your work is restored.</source>
   <translation>Votre travail est restauré.</translation>
  </message>
  <message>
   <source>today at {}</source>
   <translation>aujourd’hui à {}</translation>
  </message>
  <message>
   <source>yesterday at {}</source>
   <translation>hier à {}</translation>
  </message>
  <message>
   <source>{} at {}</source>
   <translation>{} à {}</translation>
  </message>
  <message>
   <source>{} painting jobs</source>
   <translation>{} peintures en cours</translation>
  </message>
  <message>
   <source>{} versions</source>
   <translation>{} versions</translation>
  </message>
 </context>
 <context>
  <name>RecoveryDialog</name>
  <message>
   <source>Delete</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Pas maintenant</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Restaurer</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>Travail non enregistré</translation>
  </message>
  <message>
   <source>What you do not restore now is offered again at the next start.</source>
   <translation>Ce que vous ne restaurez pas maintenant vous sera proposé à nouveau au prochain démarrage.</translation>
  </message>
  <message>
   <source>Your work was not lost</source>
   <translation>Votre travail n’est pas perdu</translation>
  </message>
  <message>
   <source>stylegui was not closed in the usual way. This is what it kept:</source>
   <translation>stylegui n’a pas été fermé normalement. Voici ce qui a été gardé :</translation>
  </message>
 </context>
 <context>
  <name>ReferenceChooser</name>
  <message>
   <source>Choose what to compare with</source>
   <translation>Choisir l’élément de comparaison</translation>
  </message>
  <message>
   <source>Compared with: {}</source>
   <translation>Comparé avec : {}</translation>
  </message>
 </context>
 <context>
  <name>ReferenceMenu</name>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
 </context>
 <context>
  <name>Restorer</name>
  <message>
   <source>All is as it was: Start paints the same picture again.</source>
   <translation>Tout est comme avant : Démarrer repeint la même image.</translation>
  </message>
  <message>
   <source>Find it…</source>
   <translation>La retrouver…</translation>
  </message>
  <message>
   <source>Looking for photo and styles…</source>
   <translation>Recherche de la photo et des styles…</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Restaurer</translation>
  </message>
  <message>
   <source>Restore the photo</source>
   <translation>Restaurer la photo</translation>
  </message>
  <message>
   <source>Restore what a picture was painted from</source>
   <translation>Restaurer ce qui a servi à peindre une image</translation>
  </message>
  <message>
   <source>The photo “{}” was not found.</source>
   <translation>La photo « {} » est introuvable.</translation>
  </message>
  <message>
   <source>The picture that painting began from is not there any more.</source>
   <translation>L’image dont la peinture est partie n’existe plus.</translation>
  </message>
  <message>
   <source>The settings are restored. Open the photo again to paint it as before.</source>
   <translation>Les réglages sont restaurés. Rouvrez la photo pour la peindre comme avant.</translation>
  </message>
  <message>
   <source>This picture was painted here: its photo, styles and settings can be restored.</source>
   <translation>Cette image a été peinte ici : sa photo, ses styles et ses réglages peuvent être restaurés.</translation>
  </message>
  <message>
   <source>This style is not in the gallery: {}.</source>
   <translation>Ce style n’est pas dans la galerie : {}.</translation>
  </message>
  <message>
   <source>This style is not what it was then: {}.</source>
   <translation>Ce style n’est plus le même qu’alors : {}.</translation>
  </message>
  <message>
   <source>Use it anyway</source>
   <translation>L’utiliser quand même</translation>
  </message>
  <message>
   <source>Where is “{}”?</source>
   <translation>Où se trouve « {} » ?</translation>
  </message>
  <message>
   <source>“{}” does not show the same as the photo that this was painted from.</source>
   <translation>« {} » ne montre pas la même chose que la photo d’origine de cette peinture.</translation>
  </message>
 </context>
 <context>
  <name>ScrubBar</name>
  <message>
   <source>Branch from here</source>
   <translation>Repartir d’ici</translation>
  </message>
  <message>
   <source>Drag to see how the picture came about</source>
   <translation>Faites glisser pour voir comment l’image est née</translation>
  </message>
  <message>
   <source>Export making-of…</source>
   <translation>Exporter la genèse…</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>Terminée</translation>
  </message>
  <message>
   <source>Let Paint go on from this moment, with the settings of this version</source>
   <translation>Laisser Paint continuer à partir de ce moment, avec les réglages de cette version</translation>
  </message>
  <message>
   <source>Making of the picture</source>
   <translation>Genèse de l’image</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Play the making of this version</source>
   <translation>Lire la genèse de cette version</translation>
  </message>
  <message>
   <source>Save the making of this version as a film</source>
   <translation>Enregistrer la genèse de cette version sous forme de film</translation>
  </message>
  <message>
   <source>Step {} of {}</source>
   <translation>Étape {} sur {}</translation>
  </message>
 </context>
 <context>
  <name>SearchBar</name>
  <message>
   <source>Each style is shown on your photo. Click to see the style pictures.</source>
   <translation>Chaque style est montré sur votre photo. Cliquez pour voir les images des styles.</translation>
  </message>
  <message>
   <source>More about this collection</source>
   <translation>Plus d’actions pour cette collection</translation>
  </message>
  <message>
   <source>Open a photo to see each style on it.</source>
   <translation>Ouvrez une photo pour y voir chaque style.</translation>
  </message>
  <message>
   <source>Search styles</source>
   <translation>Rechercher un style</translation>
  </message>
  <message>
   <source>Show each style on my photo</source>
   <translation>Afficher chaque style sur ma photo</translation>
  </message>
  <message>
   <source>Styles on my photo</source>
   <translation>Styles sur ma photo</translation>
  </message>
 </context>
 <context>
  <name>SecondWindow</name>
  <message>
   <source>&amp;As on the canvas</source>
   <translation>&amp;Comme sur la toile</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Fermer</translation>
  </message>
  <message>
   <source>&amp;Fit</source>
   <translation>A&amp;juster à la fenêtre</translation>
  </message>
  <message>
   <source>&amp;Result only</source>
   <translation>&amp;Résultat seul</translation>
  </message>
  <message>
   <source>Esc closes · F11 full screen · right-click for more</source>
   <translation>Échap pour fermer · F11 pour le plein écran · clic droit pour plus</translation>
  </message>
  <message>
   <source>F&amp;ollow the canvas</source>
   <translation>&amp;Suivre la toile</translation>
  </message>
  <message>
   <source>Full &amp;screen</source>
   <translation>&amp;Plein écran</translation>
  </message>
  <message>
   <source>Result – stylegui</source>
   <translation>Résultat – stylegui</translation>
  </message>
  <message>
   <source>Second window</source>
   <translation>Seconde fenêtre</translation>
  </message>
 </context>
 <context>
  <name>Section</name>
  <message>
   <source>folded</source>
   <translation>replié</translation>
  </message>
  <message>
   <source>unfolded</source>
   <translation>déplié</translation>
  </message>
 </context>
 <context>
  <name>SeedEditor</name>
  <message>
   <source>Throw another seed</source>
   <translation>Tirer une autre graine</translation>
  </message>
 </context>
 <context>
  <name>SelectionBar</name>
  <message>
   <source>Mark as favourites, or take the mark away</source>
   <translation>Ajouter aux favoris ou en retirer</translation>
  </message>
  <message>
   <source>More for the selection</source>
   <translation>Plus d’actions pour la sélection</translation>
  </message>
  <message>
   <source>Put in a collection</source>
   <translation>Ranger dans une collection</translation>
  </message>
  <message>
   <source>Remove from the gallery</source>
   <translation>Retirer de la galerie</translation>
  </message>
  <message>
   <source>Select nothing (Esc)</source>
   <translation>Tout désélectionner (Échap)</translation>
  </message>
  <message>
   <source>{} selected</source>
   <translation>{} sélectionnés</translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>1 file could not be read.</source>
   <translation>1 fichier n’a pas pu être lu.</translation>
  </message>
  <message>
   <source>1 is a style already.</source>
   <translation>1 fait déjà partie des styles.</translation>
  </message>
  <message>
   <source>1 new picture is in the gallery.</source>
   <translation>1 nouvelle image est dans la galerie.</translation>
  </message>
  <message>
   <source>1 picture has changed.</source>
   <translation>1 image a changé.</translation>
  </message>
  <message>
   <source>1 picture is back.</source>
   <translation>1 image est de retour.</translation>
  </message>
  <message>
   <source>1 picture is missing.</source>
   <translation>1 image manque.</translation>
  </message>
  <message>
   <source>1 style was written to “{}”.</source>
   <translation>1 style a été exporté dans « {} ».</translation>
  </message>
  <message>
   <source>There is nothing new in the folder.</source>
   <translation>Rien de nouveau dans le dossier.</translation>
  </message>
  <message>
   <source>These {} are among your styles already.</source>
   <translation>Ces {} images font déjà partie de vos styles.</translation>
  </message>
  <message>
   <source>You have all styles of “{}” already.</source>
   <translation>Vous avez déjà tous les styles de « {} ».</translation>
  </message>
  <message>
   <source>{} are styles already.</source>
   <translation>{} font déjà partie des styles.</translation>
  </message>
  <message>
   <source>{} files could not be read.</source>
   <translation>{} fichiers n’ont pas pu être lus.</translation>
  </message>
  <message>
   <source>{} look like pictures that you have.</source>
   <translation>{} ressemblent à des images que vous avez déjà.</translation>
  </message>
  <message>
   <source>{} more could not be added either.</source>
   <translation>{} de plus n’ont pas pu être ajoutés non plus.</translation>
  </message>
  <message>
   <source>{} new pictures are in the gallery.</source>
   <translation>{} nouvelles images sont dans la galerie.</translation>
  </message>
  <message>
   <source>{} pictures are back.</source>
   <translation>{} images sont de retour.</translation>
  </message>
  <message>
   <source>{} pictures are missing.</source>
   <translation>{} images manquent.</translation>
  </message>
  <message>
   <source>{} pictures are now among your styles.</source>
   <translation>{} images font maintenant partie de vos styles.</translation>
  </message>
  <message>
   <source>{} pictures have changed.</source>
   <translation>{} images ont changé.</translation>
  </message>
  <message>
   <source>{} styles came with “{}”.</source>
   <translation>{} styles sont arrivés avec « {} ».</translation>
  </message>
  <message>
   <source>{} styles were written to “{}”.</source>
   <translation>{} styles ont été exportés dans « {} ».</translation>
  </message>
  <message>
   <source>{} were there already.</source>
   <translation>{} étaient déjà là.</translation>
  </message>
  <message>
   <source>“{}” came with “{}”.</source>
   <translation>« {} » est arrivé avec « {} ».</translation>
  </message>
  <message>
   <source>“{}” is now one of your styles.</source>
   <translation>« {} » fait maintenant partie de vos styles.</translation>
  </message>
  <message>
   <source>“{}” is one of your styles already.</source>
   <translation>« {} » fait déjà partie de vos styles.</translation>
  </message>
  <message>
   <source>“{}” looks like “{}”, which you have.</source>
   <translation>« {} » ressemble à « {} », que vous avez déjà.</translation>
  </message>
 </context>
 <context>
  <name>Session</name>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Rétablir</translation>
  </message>
  <message>
   <source>&amp;Redo: {}</source>
   <translation>&amp;Rétablir : {}</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Annuler</translation>
  </message>
  <message>
   <source>&amp;Undo: {}</source>
   <translation>&amp;Annuler : {}</translation>
  </message>
  <message>
   <source>Choose a style in the gallery.</source>
   <translation>Choisissez un style dans la galerie.</translation>
  </message>
  <message>
   <source>Copied ({} × {} px).</source>
   <translation>Copié ({} × {} px).</translation>
  </message>
  <message>
   <source>Copied the preview ({} × {} px).</source>
   <translation>Aperçu copié ({} × {} px).</translation>
  </message>
  <message>
   <source>Dropped picture</source>
   <translation>Image déposée</translation>
  </message>
  <message>
   <source>One photo at a time: the first of {} was opened.</source>
   <translation>Une photo à la fois : la première des {} a été ouverte.</translation>
  </message>
  <message>
   <source>Open photo</source>
   <translation>Ouvrir une photo</translation>
  </message>
  <message>
   <source>Opening “{}”…</source>
   <translation>Ouverture de « {} »…</translation>
  </message>
  <message>
   <source>Pasted picture</source>
   <translation>Image collée</translation>
  </message>
  <message>
   <source>Ready.</source>
   <translation>Prêt.</translation>
  </message>
  <message>
   <source>Ready. Press Start ({}) to paint.</source>
   <translation>Prêt. Cliquez sur Démarrer ({}) pour peindre.</translation>
  </message>
  <message>
   <source>Start ({}) paints it at full size.</source>
   <translation>Démarrer ({}) la peint en taille réelle.</translation>
  </message>
  <message>
   <source>Swap</source>
   <translation>Intervertir</translation>
  </message>
  <message>
   <source>There is no picture on the clipboard.</source>
   <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
  </message>
  <message>
   <source>“{}” is the photo and “{}” the style.</source>
   <translation>« {} » est la photo et « {} » le style.</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>Allowed</source>
   <translation>Autorisés</translation>
  </message>
  <message>
   <source>As the computer</source>
   <translation>Comme l’ordinateur</translation>
  </message>
  <message>
   <source>Ask before closing</source>
   <translation>Confirmer la fermeture</translation>
  </message>
  <message>
   <source>Ask before deleting</source>
   <translation>Confirmer les suppressions</translation>
  </message>
  <message>
   <source>Ask before the window is closed while a picture is painted, or one has not been exported.</source>
   <translation>Demander avant de fermer la fenêtre si une image est en cours de peinture ou n’a pas été exportée.</translation>
  </message>
  <message>
   <source>Ask before versions or styles are deleted. Undo brings them back in any case.</source>
   <translation>Demander avant de supprimer des versions ou des styles. Annuler les fait revenir dans tous les cas.</translation>
  </message>
  <message>
   <source>Ask each time</source>
   <translation>Demander</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatique</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Sombre</translation>
  </message>
  <message>
   <source>Dark, light, high contrast, or as the rest of the computer is.</source>
   <translation>Sombre, clair, à contraste élevé, ou comme le reste de l’ordinateur.</translation>
  </message>
  <message>
   <source>Deutsch</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Calcul</translation>
  </message>
  <message>
   <source>Disk for makings</source>
   <translation>Disque pour les genèses</translation>
  </message>
  <message>
   <source>Downloads</source>
   <translation>Téléchargements</translation>
  </message>
  <message>
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <source>Français</source>
   <translation>Français</translation>
  </message>
  <message>
   <source>Gallery pictures</source>
   <translation>Vignettes</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Contraste élevé</translation>
  </message>
  <message>
   <source>How many processor threads a picture may use.</source>
   <translation>Nombre de fils d’exécution du processeur qu’une image peut utiliser.</translation>
  </message>
  <message>
   <source>How much is kept of how a picture comes about, while it is painted.</source>
   <translation>Ce qui est gardé de la genèse d’une image pendant sa peinture.</translation>
  </message>
  <message>
   <source>How much memory a picture may use; a larger one is painted at the largest size that fits.</source>
   <translation>Mémoire qu’une image peut utiliser ; au-delà, elle est peinte à la plus grande taille possible.</translation>
  </message>
  <message>
   <source>How much the makings of all versions may take; older ones become sparser, and then go.</source>
   <translation>Place que peuvent occuper les genèses de toutes les versions ; les plus anciennes s’allègent, puis disparaissent.</translation>
  </message>
  <message>
   <source>Interface size</source>
   <translation>Taille de l’interface</translation>
  </message>
  <message>
   <source>Keep nothing</source>
   <translation>Ne rien garder</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Langue</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Clair</translation>
  </message>
  <message>
   <source>Memory for the making</source>
   <translation>Mémoire pour la genèse</translation>
  </message>
  <message>
   <source>Memory limit</source>
   <translation>Limite de mémoire</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Jamais</translation>
  </message>
  <message>
   <source>No animations, and fewer in-between pictures while painting.</source>
   <translation>Pas d’animations, et moins d’images intermédiaires pendant la peinture.</translation>
  </message>
  <message>
   <source>Processor</source>
   <translation>Processeur</translation>
  </message>
  <message>
   <source>Reduced motion</source>
   <translation>Réduire les animations</translation>
  </message>
  <message>
   <source>Show a message when a picture is painted while you look at something else.</source>
   <translation>Afficher un message quand une image est peinte pendant que vous êtes ailleurs.</translation>
  </message>
  <message>
   <source>Show every style in the gallery painted on your own photo.</source>
   <translation>Montrer chaque style de la galerie sur votre propre photo.</translation>
  </message>
  <message>
   <source>Size of text and buttons.</source>
   <translation>Taille des textes et des boutons.</translation>
  </message>
  <message>
   <source>Size of the style pictures in the gallery.</source>
   <translation>Taille des images de style dans la galerie.</translation>
  </message>
  <message>
   <source>Styles on my photo</source>
   <translation>Styles sur ma photo</translation>
  </message>
  <message>
   <source>Tell when done</source>
   <translation>Prévenir à la fin</translation>
  </message>
  <message>
   <source>The language of the window.</source>
   <translation>La langue de la fenêtre.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Thème</translation>
  </message>
  <message>
   <source>Threads</source>
   <translation>Fils d’exécution</translation>
  </message>
  <message>
   <source>What computes the pictures: the fastest there is, the processor, or one graphics card.</source>
   <translation>Ce qui calcule les images : le plus rapide, le processeur ou une carte graphique.</translation>
  </message>
  <message>
   <source>Whether a network may be downloaded when you choose one that is not here yet.</source>
   <translation>Si un réseau peut être téléchargé quand vous en choisissez un qui manque encore.</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Settings</source>
   <translation>Préférences</translation>
  </message>
 </context>
 <context>
  <name>SheetView</name>
  <message>
   <source>Sheet</source>
   <translation>Planche</translation>
  </message>
 </context>
 <context>
  <name>Shelves</name>
  <message>
   <source>All styles</source>
   <translation>Tous les styles</translation>
  </message>
  <message>
   <source>Craft</source>
   <translation>Artisanat</translation>
  </message>
  <message>
   <source>Drawing</source>
   <translation>Dessin</translation>
  </message>
  <message>
   <source>Favourites</source>
   <translation>Favoris</translation>
  </message>
  <message>
   <source>Glass</source>
   <translation>Verre</translation>
  </message>
  <message>
   <source>Impasto</source>
   <translation>Empâtement</translation>
  </message>
  <message>
   <source>Impressions</source>
   <translation>Impressions</translation>
  </message>
  <message>
   <source>Ink</source>
   <translation>Encre</translation>
  </message>
  <message>
   <source>Missing pictures</source>
   <translation>Images manquantes</translation>
  </message>
  <message>
   <source>Modern</source>
   <translation>Moderne</translation>
  </message>
  <message>
   <source>My styles</source>
   <translation>Mes styles</translation>
  </message>
  <message>
   <source>Nature</source>
   <translation>Nature</translation>
  </message>
  <message>
   <source>Ornament</source>
   <translation>Ornement</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Estampe</translation>
  </message>
  <message>
   <source>Recently used</source>
   <translation>Récents</translation>
  </message>
  <message>
   <source>Screen &amp; Street</source>
   <translation>Écran &amp; rue</translation>
  </message>
  <message>
   <source>Textile</source>
   <translation>Textile</translation>
  </message>
  <message>
   <source>Watercolour</source>
   <translation>Aquarelle</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Change shortcuts…</source>
   <translation>Modifier les raccourcis…</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Raccourcis clavier</translation>
  </message>
  <message>
   <source>No shortcut is called that.</source>
   <translation>Aucun raccourci ne porte ce nom.</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Rechercher</translation>
  </message>
  <message>
   <source>Search shortcuts</source>
   <translation>Rechercher un raccourci</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>{} above, {} below.</source>
   <translation>{} en haut, {} en bas.</translation>
  </message>
  <message>
   <source>{} on the left, {} on the right.</source>
   <translation>{} à gauche, {} à droite.</translation>
  </message>
 </context>
 <context>
  <name>SizeEditor</name>
  <message>
   <source>Allow upscaling</source>
   <translation>Autoriser l’agrandissement</translation>
  </message>
  <message>
   <source>Enlarged to {:.0%}: this adds pixels, not detail.</source>
   <translation>Agrandi à {:.0%} : cela ajoute des pixels, pas des détails.</translation>
  </message>
  <message>
   <source>Limited to what was painted; paint it larger, or allow upscaling.</source>
   <translation>Limité à ce qui a été peint ; peignez plus grand ou autorisez l’agrandissement.</translation>
  </message>
  <message>
   <source>Long side</source>
   <translation>Grand côté</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Résolution</translation>
  </message>
  <message>
   <source>Unit of the size</source>
   <translation>Unité de la taille</translation>
  </message>
  <message>
   <source>Write more pixels than were painted. They add size, not detail.</source>
   <translation>Écrire plus de pixels qu’il n’en a été peint. Ils ajoutent de la taille, pas des détails.</translation>
  </message>
  <message>
   <source>at</source>
   <translation>à</translation>
  </message>
  <message>
   <source>cm</source>
   <translation>cm</translation>
  </message>
  <message>
   <source>pixels</source>
   <translation>pixels</translation>
  </message>
  <message>
   <source>{} × {} pixels, {} × {} cm in print</source>
   <translation>{} × {} pixels, {} × {} cm à l’impression</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>Memory that is free for painting</source>
   <translation>Mémoire libre pour la peinture</translation>
  </message>
  <message>
   <source>Progress of the painting</source>
   <translation>Progression de la peinture</translation>
  </message>
  <message>
   <source>Show the queue</source>
   <translation>Afficher la file d’attente</translation>
  </message>
  <message>
   <source>What computes the pictures</source>
   <translation>Ce qui calcule les images</translation>
  </message>
  <message>
   <source>{} free</source>
   <translation>{} libres</translation>
  </message>
  <message>
   <source>{} left</source>
   <translation>encore {}</translation>
  </message>
 </context>
 <context>
  <name>StepsModel</name>
  <message>
   <source>Beginning</source>
   <translation>Début</translation>
  </message>
  <message>
   <source>{}, undone</source>
   <translation>{}, annulé</translation>
  </message>
 </context>
 <context>
  <name>StepsView</name>
  <message>
   <source>Enter goes back to a step, or on to it again.</source>
   <translation>Entrée revient à une étape ou la rétablit.</translation>
  </message>
  <message>
   <source>Steps to undo</source>
   <translation>Étapes à annuler</translation>
  </message>
 </context>
 <context>
  <name>Studio</name>
  <message>
   <source>Your work cannot be put aside on this disk: save it often.</source>
   <translation>Votre travail ne peut pas être mis de côté sur ce disque : enregistrez souvent.</translation>
  </message>
 </context>
 <context>
  <name>StyleBlendBox</name>
  <message>
   <source>Choose a style in the gallery,
or drop a picture of one.</source>
   <translation>Choisissez un style dans la galerie
ou déposez une image.</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
  <message>
   <source>To blend, {}click more styles.</source>
   <translation>Pour mélanger, {}clic sur d’autres styles.</translation>
  </message>
 </context>
 <context>
  <name>StyleChooser</name>
  <message>
   <source>A blend holds up to {} styles: take one out first.</source>
   <translation>Un mélange contient {} styles au plus : retirez-en d’abord un.</translation>
  </message>
 </context>
 <context>
  <name>StyleDeeds</name>
  <message>
   <source>A word to find it by:</source>
   <translation>Un mot pour le retrouver :</translation>
  </message>
  <message>
   <source>A word to find them by:</source>
   <translation>Un mot pour les retrouver :</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Ajouter</translation>
  </message>
  <message>
   <source>Add a tag</source>
   <translation>Ajouter un mot-clé</translation>
  </message>
  <message>
   <source>Add the tag “{name}” to {what}</source>
   <translation>Ajouter le mot-clé « {name} » à {what}</translation>
  </message>
  <message>
   <source>Change {what}</source>
   <translation>Modifier {what}</translation>
  </message>
  <message>
   <source>Create</source>
   <translation>Créer</translation>
  </message>
  <message>
   <source>Delete the style “{}”?</source>
   <translation>Supprimer le style « {} » ?</translation>
  </message>
  <message>
   <source>Delete {} styles?</source>
   <translation>Supprimer {} styles ?</translation>
  </message>
  <message>
   <source>Its name:</source>
   <translation>Son nom :</translation>
  </message>
  <message>
   <source>Mark {what} as favourite</source>
   <translation>Ajouter {what} aux favoris</translation>
  </message>
  <message>
   <source>My styles</source>
   <translation>Mes styles</translation>
  </message>
  <message>
   <source>New collection</source>
   <translation>Nouvelle collection</translation>
  </message>
  <message>
   <source>Put {what} in “{name}”</source>
   <translation>Ranger {what} dans « {name} »</translation>
  </message>
  <message>
   <source>Take {what} out of “{name}”</source>
   <translation>Retirer {what} de « {name} »</translation>
  </message>
  <message>
   <source>The picture is missing, so there is nothing to copy.</source>
   <translation>L’image manque : il n’y a rien à copier.</translation>
  </message>
  <message>
   <source>Where is “{}” now?</source>
   <translation>Où se trouve « {} » maintenant ?</translation>
  </message>
  <message>
   <source>{} styles are on the clipboard.</source>
   <translation>{} styles sont dans le presse-papiers.</translation>
  </message>
  <message>
   <source>“{}” is on the clipboard.</source>
   <translation>« {} » est dans le presse-papiers.</translation>
  </message>
 </context>
 <context>
  <name>StyleDelegate</name>
  <message>
   <source>Title of the style</source>
   <translation>Titre du style</translation>
  </message>
 </context>
 <context>
  <name>StyleImporter</name>
  <message>
   <source>Adding a picture</source>
   <translation>Ajout d’une image</translation>
  </message>
  <message>
   <source>Adding pictures</source>
   <translation>Ajout d’images</translation>
  </message>
  <message>
   <source>Opening “{}”</source>
   <translation>Ouverture de « {} »</translation>
  </message>
  <message>
   <source>Writing “{}”</source>
   <translation>Écriture de « {} »</translation>
  </message>
 </context>
 <context>
  <name>StyleMaker</name>
  <message>
   <source>Colours</source>
   <translation>Couleurs</translation>
  </message>
  <message>
   <source>From a picture…</source>
   <translation>D’une image…</translation>
  </message>
  <message>
   <source>From my photo</source>
   <translation>De ma photo</translation>
  </message>
  <message>
   <source>Make a style</source>
   <translation>Créer un style</translation>
  </message>
  <message>
   <source>My colours</source>
   <translation>Mes couleurs</translation>
  </message>
  <message>
   <source>Open a photo to take its colours.</source>
   <translation>Ouvrez une photo pour en prendre les couleurs.</translation>
  </message>
  <message>
   <source>Painter</source>
   <translation>Peintre</translation>
  </message>
  <message>
   <source>Painting…</source>
   <translation>Peinture…</translation>
  </message>
  <message>
   <source>Take the colours of any picture. You can also drop one here.</source>
   <translation>Prendre les couleurs de n’importe quelle image. Vous pouvez aussi en déposer une ici.</translation>
  </message>
  <message>
   <source>Take the colours of this picture</source>
   <translation>Prendre les couleurs de cette image</translation>
  </message>
  <message>
   <source>The painter's own</source>
   <translation>Celles du peintre</translation>
  </message>
 </context>
 <context>
  <name>StyleMaking</name>
  <message>
   <source> {} more to come.</source>
   <translation> Encore {} à venir.</translation>
  </message>
  <message>
   <source>A style is being painted for the gallery. If you close now, it is lost.</source>
   <translation>Un style est en cours de peinture pour la galerie. Si vous fermez maintenant, il est perdu.</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Tous les fichiers</translation>
  </message>
  <message>
   <source>Painting “{}” at full size…</source>
   <translation>Peinture de « {} » en taille réelle…</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>Take the colours of a picture</source>
   <translation>Prendre les couleurs d’une image</translation>
  </message>
  <message>
   <source>“{}” is in the gallery already.</source>
   <translation>« {} » est déjà dans la galerie.</translation>
  </message>
  <message>
   <source>“{}” is in the gallery.</source>
   <translation>« {} » est dans la galerie.</translation>
  </message>
 </context>
 <context>
  <name>StyleMenus</name>
  <message>
   <source>About this style…</source>
   <translation>À propos de ce style…</translation>
  </message>
  <message>
   <source>Add a tag…</source>
   <translation>Ajouter un mot-clé…</translation>
  </message>
  <message>
   <source>Add to blend</source>
   <translation>Ajouter au mélange</translation>
  </message>
  <message>
   <source>Add to favourites</source>
   <translation>Ajouter aux favoris</translation>
  </message>
  <message>
   <source>Blend these styles</source>
   <translation>Mélanger ces styles</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>Collections</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copier</translation>
  </message>
  <message>
   <source>Ctrl+C</source>
   <translation>Ctrl+C</translation>
  </message>
  <message>
   <source>Ctrl+Click</source>
   <translation>Ctrl+clic</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Suppr</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Entrée</translation>
  </message>
  <message>
   <source>Export as style pack…</source>
   <translation>Exporter comme pack de styles…</translation>
  </message>
  <message>
   <source>Locate…</source>
   <translation>Localiser…</translation>
  </message>
  <message>
   <source>New collection…</source>
   <translation>Nouvelle collection…</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Aucune</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Remove from favourites</source>
   <translation>Retirer des favoris</translation>
  </message>
  <message>
   <source>Remove from the gallery</source>
   <translation>Retirer de la galerie</translation>
  </message>
  <message>
   <source>Remove {} styles</source>
   <translation>Retirer {} styles</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Renommer</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Afficher dans le dossier</translation>
  </message>
  <message>
   <source>Take out of blend</source>
   <translation>Retirer du mélange</translation>
  </message>
  <message>
   <source>Use this style</source>
   <translation>Utiliser ce style</translation>
  </message>
 </context>
 <context>
  <name>StyleModel</name>
  <message>
   <source>Click paints with it, Ctrl+click blends it, Shift+click selects up to it.</source>
   <translation>Clic pour peindre avec ce style, Ctrl+clic pour le mélanger, Maj+clic pour sélectionner jusqu’à lui.</translation>
  </message>
  <message>
   <source>The picture is not where it was: {}</source>
   <translation>L’image n’est plus à sa place : {}</translation>
  </message>
  <message>
   <source>chosen</source>
   <translation>choisi</translation>
  </message>
  <message>
   <source>favourite</source>
   <translation>favori</translation>
  </message>
  <message>
   <source>number {} in the blend</source>
   <translation>numéro {} du mélange</translation>
  </message>
  <message>
   <source>rated {} of 5</source>
   <translation>noté {} sur 5</translation>
  </message>
  <message>
   <source>the picture is missing</source>
   <translation>l’image manque</translation>
  </message>
 </context>
 <context>
  <name>StyleRow</name>
  <message>
   <source>Share of “{}”</source>
   <translation>Part de « {} »</translation>
  </message>
  <message>
   <source>Take “{}” out of the blend</source>
   <translation>Retirer « {} » du mélange</translation>
  </message>
 </context>
 <context>
  <name>StyleView</name>
  <message>
   <source>Enter chooses a style, Space adds it to the blend, full stop marks a favourite, 0 to 5 rate it, Ctrl+Space selects it.</source>
   <translation>Entrée choisit un style, Espace l’ajoute au mélange, le point l’ajoute aux favoris, 0 à 5 le notent, Ctrl+Espace le sélectionne.</translation>
  </message>
  <message>
   <source>Styles</source>
   <translation>Styles</translation>
  </message>
 </context>
 <context>
  <name>Styling</name>
  <message>
   <source>Add styles</source>
   <translation>Ajouter des styles</translation>
  </message>
  <message>
   <source>There is no picture on the clipboard.</source>
   <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
  </message>
  <message>
   <source>“{}” is in the gallery already.</source>
   <translation>« {} » est déjà dans la galerie.</translation>
  </message>
  <message>
   <source>“{}” is now one of your styles.</source>
   <translation>« {} » fait maintenant partie de vos styles.</translation>
  </message>
 </context>
 <context>
  <name>Surface</name>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Résultat</translation>
  </message>
 </context>
 <context>
  <name>TargetEditor</name>
  <message>
   <source>A file name cannot contain “/”: choose the folder below.</source>
   <translation>Un nom de fichier ne peut pas contenir « / » : choisissez le dossier ci-dessous.</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Choisir un dossier</translation>
  </message>
  <message>
   <source>Date it was painted</source>
   <translation>Date de la peinture</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Moteur</translation>
  </message>
  <message>
   <source>File name</source>
   <translation>Nom de fichier</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Give the file a name.</source>
   <translation>Donnez un nom au fichier.</translation>
  </message>
  <message>
   <source>If it exists</source>
   <translation>S’il existe déjà</translation>
  </message>
  <message>
   <source>If the name is taken</source>
   <translation>Si le nom est déjà pris</translation>
  </message>
  <message>
   <source>It will be saved as “{}”.</source>
   <translation>Il sera enregistré sous le nom « {} ».</translation>
  </message>
  <message>
   <source>Keep both</source>
   <translation>Garder les deux</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Name of the photo</source>
   <translation>Nom de la photo</translation>
  </message>
  <message>
   <source>Nothing can be saved in this folder: it is read-only.</source>
   <translation>Rien ne peut être enregistré dans ce dossier : il est en lecture seule.</translation>
  </message>
  <message>
   <source>Number of the version</source>
   <translation>Numéro de la version</translation>
  </message>
  <message>
   <source>Put something into the name</source>
   <translation>Insérer un élément dans le nom</translation>
  </message>
  <message>
   <source>Replace it</source>
   <translation>Le remplacer</translation>
  </message>
  <message>
   <source>Running number</source>
   <translation>Numéro d’ordre</translation>
  </message>
  <message>
   <source>Size in pixels</source>
   <translation>Taille en pixels</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Ignorer</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Style</translation>
  </message>
  <message>
   <source>There is a file of this name, so nothing is written.</source>
   <translation>Un fichier porte déjà ce nom : rien n’est écrit.</translation>
  </message>
  <message>
   <source>This folder does not exist.</source>
   <translation>Ce dossier n’existe pas.</translation>
  </message>
  <message>
   <source>“{}” and {} more</source>
   <translation>« {} » et {} autres</translation>
  </message>
  <message>
   <source>“{}” is not known: the button beside the name lists what can be put in.</source>
   <translation>« {} » est inconnu : le bouton à côté du nom liste ce qui peut être inséré.</translation>
  </message>
  <message>
   <source>“{}” will be replaced.</source>
   <translation>« {} » sera remplacé.</translation>
  </message>
 </context>
 <context>
  <name>Tile</name>
  <message>
   <source>Sample photo: {}</source>
   <translation>Photo d’exemple : {}</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Click a style: a moment later you see your photo in it. Rest the pointer on others to try them on. Any picture can be a style: drop it here.</source>
   <translation>Cliquez sur un style : un instant plus tard, vous y voyez votre photo. Survolez-en d’autres pour les essayer. Toute image peut devenir un style : déposez-la ici.</translation>
  </message>
  <message>
   <source>Every result is kept</source>
   <translation>Chaque résultat est gardé</translation>
  </message>
  <message>
   <source>Export saves a picture file, at any size, with its recipe inside: dropped back here, it restores everything. F1 opens the manual, Ctrl+Shift+P finds any command.</source>
   <translation>Exporter enregistre un fichier image, de n’importe quelle taille, avec sa recette : redéposé ici, il restaure tout. F1 ouvre le manuel, Ctrl+Maj+P trouve toutes les commandes.</translation>
  </message>
  <message>
   <source>Start paints at full size, and the result comes into this strip. Double-click one to go on from it, rate it with 1 to 5. Undo takes back everything, even deleting.</source>
   <translation>Démarrer peint en taille réelle, et le résultat arrive dans cette bande. Double-cliquez sur un résultat pour en repartir, notez-le de 1 à 5. Annuler défait tout, même une suppression.</translation>
  </message>
  <message>
   <source>Strength, Brush size and Colour mean the same for every style. Move them: the picture follows. Instant shows and paints at once; Paint takes minutes and goes deeper.</source>
   <translation>Intensité, Taille du pinceau et Couleur ont le même sens pour tous les styles. Réglez-les : l’image suit. Instant montre et peint aussitôt ; Paint prend quelques minutes et va plus loin.</translation>
  </message>
  <message>
   <source>Styles</source>
   <translation>Styles</translation>
  </message>
  <message>
   <source>Take it with you</source>
   <translation>Emportez-le</translation>
  </message>
  <message>
   <source>This is a sample. Later, drop a photo of your own here. The wheel zooms, dragging moves the picture, and holding the \ key shows the photo again.</source>
   <translation>Ceci est un exemple. Plus tard, déposez ici une photo à vous. La molette zoome, glisser déplace l’image, et maintenir la touche \ montre à nouveau la photo.</translation>
  </message>
  <message>
   <source>This studio paints your photos in the style of any picture. Everything happens on this computer. The tour takes a minute; you can try everything while it runs.</source>
   <translation>Ce studio peint vos photos dans le style de n’importe quelle image. Tout se passe sur cet ordinateur. La visite dure une minute ; vous pouvez tout essayer pendant ce temps.</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Bienvenue</translation>
  </message>
  <message>
   <source>Your hand on it</source>
   <translation>À vous la main</translation>
  </message>
  <message>
   <source>Your photo</source>
   <translation>Votre photo</translation>
  </message>
 </context>
 <context>
  <name>TourCard</name>
  <message>
   <source>Back</source>
   <translation>Précédent</translation>
  </message>
  <message>
   <source>End the tour</source>
   <translation>Quitter la visite</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Suivant</translation>
  </message>
  <message>
   <source>Start painting</source>
   <translation>Commencer à peindre</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} sur {}</translation>
  </message>
 </context>
 <context>
  <name>TourOffer</name>
  <message>
   <source>New here? A short tour shows how everything works, on a sample photo.</source>
   <translation>Première visite ? Une courte visite guidée montre comment tout fonctionne, sur une photo d’exemple.</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Suivre la visite</translation>
  </message>
 </context>
 <context>
  <name>Tuning</name>
  <message>
   <source>Engine: {}</source>
   <translation>Moteur : {}</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Paint</translation>
  </message>
 </context>
 <context>
  <name>VersionDeeds</name>
  <message>
   <source>Bring it back</source>
   <translation>La rétablir</translation>
  </message>
  <message>
   <source>Bring them back</source>
   <translation>Les rétablir</translation>
  </message>
  <message>
   <source>Copied the settings of version {}.</source>
   <translation>Réglages de la version {} copiés.</translation>
  </message>
  <message>
   <source>Copied the settings.</source>
   <translation>Réglages copiés.</translation>
  </message>
  <message>
   <source>Delete version {}?</source>
   <translation>Supprimer la version {} ?</translation>
  </message>
  <message>
   <source>Delete {} versions?</source>
   <translation>Supprimer {} versions ?</translation>
  </message>
  <message>
   <source>Paste settings</source>
   <translation>Coller les réglages</translation>
  </message>
  <message>
   <source>Ready to go on from the making of version {}: change what you like, then press Start.</source>
   <translation>Prêt à repartir de la genèse de la version {} : modifiez ce que vous voulez, puis cliquez sur Démarrer.</translation>
  </message>
  <message>
   <source>Ready to go on from version {}: change what you like, then press Start.</source>
   <translation>Prêt à repartir de la version {} : modifiez ce que vous voulez, puis cliquez sur Démarrer.</translation>
  </message>
  <message>
   <source>The settings are pasted.</source>
   <translation>Réglages collés.</translation>
  </message>
  <message>
   <source>There are no settings on the clipboard.</source>
   <translation>Il n’y a pas de réglages dans le presse-papiers.</translation>
  </message>
  <message>
   <source>Version {} was deleted.</source>
   <translation>La version {} a été supprimée.</translation>
  </message>
  <message>
   <source>{} versions were deleted.</source>
   <translation>{} versions ont été supprimées.</translation>
  </message>
 </context>
 <context>
  <name>VersionMenu</name>
  <message>
   <source>Compare these {}</source>
   <translation>Comparer ces {}</translation>
  </message>
  <message>
   <source>Compare with current</source>
   <translation>Comparer avec la version actuelle</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exporter…</translation>
  </message>
  <message>
   <source>Go to this version</source>
   <translation>Aller à cette version</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>VersionReader</name>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
 </context>
 <context>
  <name>Wall</name>
  <message>
   <source>Preview</source>
   <translation>Aperçu</translation>
  </message>
 </context>
 <context>
  <name>WeightsEditor</name>
  <message>
   <source>The network's own</source>
   <translation>Ceux du réseau</translation>
  </message>
 </context>
 <context>
  <name>Welcome</name>
  <message>
   <source>Drop a photo here</source>
   <translation>Déposez une photo ici</translation>
  </message>
  <message>
   <source>Open photo…</source>
   <translation>Ouvrir une photo…</translation>
  </message>
  <message>
   <source>Then choose a style and watch it being painted.</source>
   <translation>Puis choisissez un style et regardez-la se peindre.</translation>
  </message>
  <message>
   <source>Try a sample</source>
   <translation>Essayer un exemple</translation>
  </message>
 </context>
 <context>
  <name>Wipe</name>
  <message>
   <source>{} and {}, parted by a line that can be moved and turned.</source>
   <translation>{} et {}, séparés par une ligne que l’on peut déplacer et tourner.</translation>
  </message>
 </context>
 <context>
  <name>WorkStrip</name>
  <message>
   <source>Progress in the gallery</source>
   <translation>Progression dans la galerie</translation>
  </message>
  <message>
   <source>Stop this</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Stop this; what is done so far stays.</source>
   <translation>Arrêter ; ce qui est déjà fait reste.</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} sur {}</translation>
  </message>
 </context>
 <context>
  <name>_Downloads</name>
  <message>
   <source>Download {}</source>
   <translation>Télécharger {}</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>Télécharger…</translation>
  </message>
  <message>
   <source>{} is not on this computer.</source>
   <translation>{} n’est pas installé.</translation>
  </message>
 </context>
 <context>
  <name>_Field</name>
  <message>
   <source>Saturation and brightness</source>
   <translation>Saturation et luminosité</translation>
  </message>
 </context>
 <context>
  <name>_HueStrip</name>
  <message>
   <source>Hue</source>
   <translation>Teinte</translation>
  </message>
 </context>
 <context>
  <name>_KeyRow</name>
  <message>
   <source> or </source>
   <translation> ou </translation>
  </message>
  <message>
   <source>Keys of “{}”</source>
   <translation>Touches de « {} »</translation>
  </message>
  <message>
   <source>no keys</source>
   <translation>aucune touche</translation>
  </message>
  <message>
   <source>{}: back to {}</source>
   <translation>{} : revenir à {}</translation>
  </message>
 </context>
 <context>
  <name>_Row</name>
  <message>
   <source>or</source>
   <translation>ou</translation>
  </message>
 </context>
 <context>
  <name>_SettingRow</name>
  <message>
   <source>Takes effect at the next start.</source>
   <translation>Prend effet au prochain démarrage.</translation>
  </message>
 </context>
 <context>
  <name>_Swatch</name>
  <message>
   <source>Colour {}: {}</source>
   <translation>Couleur {} : {}</translation>
  </message>
  <message>
   <source>{}: click to change it</source>
   <translation>{} : cliquez pour la modifier</translation>
  </message>
 </context>
 <context>
  <name>_Swatches</name>
  <message>
   <source>Main colours: {}</source>
   <translation>Couleurs principales : {}</translation>
  </message>
 </context>
</TS>
